import { ArrowDown, ArrowUp, Camera, FileText, FileUp, X } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { FieldError } from "../../design/Field.tsx";
import { count, size } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { accepts, type ChosenFile, joined, moved } from "./chosen-files.ts";
import "./add-document.css";

interface FilePickerProps {
  files: ChosenFile[];
  onChange: (files: ChosenFile[]) => void;
  isCv: boolean;
  maxBytes: number;
  error: string | undefined;
}

/** Files by choosing, by camera or by dropping them here; then in the order the owner wants. */
export function FilePicker({ files, onChange, isCv, maxBytes, error }: FilePickerProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const add = (list: FileList | null) => {
    if (!list || list.length === 0) return;
    const next = joined(files, list);
    onChange(next);
    announce(`${count(next.length, "file")} chosen`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className={error ? "field wrong" : "field"}>
      <FieldError name="file" error={error} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same by keyboard */}
      <div
        className={over ? "dropzone over" : "dropzone"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className="actions">
          <Button id="field-file" look="calm" icon={FileUp} onClick={() => chooser.current?.click()}>
            {files.length > 0 ? "Choose more files" : "Choose files"}
          </Button>
          <Button look="calm" icon={Camera} className="camera" onClick={() => camera.current?.click()}>
            Take a photo
          </Button>
          <span className="quiet drop-hint">or drop files here</span>
        </div>
        <p className="small quiet">
          PDF, JPG, PNG, HEIC or WebP{isCv ? ", and DOCX for a CV" : ""}. Up to {size(maxBytes)} each. Several pages are
          fine.
        </p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Choose files"
          accept={accepts(isCv)}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = "";
          }}
        />
        <input
          ref={camera}
          type="file"
          hidden
          aria-label="Take a photo"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            add(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      {files.length > 0 ? <ChosenFiles files={files} onChange={onChange} /> : null}
    </div>
  );
}

function ChosenFiles({ files, onChange }: { files: ChosenFile[]; onChange: (files: ChosenFile[]) => void }) {
  const shift = (at: number, step: -1 | 1) => {
    onChange(moved(files, at, step));
    announce(`${files[at]?.file.name} is now number ${at + step + 1}`);
  };
  return (
    <ol className="chosen">
      {files.map(({ key, file }, at) => (
        <li key={key}>
          <FilePicture file={file} />
          <span className="chosen-name">
            <b className="small">{files.length > 1 ? `${at + 1}. ` : ""}</b>
            <bdi>{file.name}</bdi>
            <span className="small quiet">{size(file.size)}</span>
          </span>
          <span className="chosen-acts">
            {files.length > 1 ? (
              <>
                <IconButton icon={ArrowUp} off={at === 0} onPress={() => shift(at, -1)} text="Up" name={file.name} />
                <IconButton
                  icon={ArrowDown}
                  off={at === files.length - 1}
                  onPress={() => shift(at, 1)}
                  text="Down"
                  name={file.name}
                />
              </>
            ) : null}
            <IconButton
              icon={X}
              onPress={() => onChange(files.filter((each) => each.key !== key))}
              text="Remove"
              name={file.name}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

interface IconButtonProps {
  icon: typeof X;
  text: string;
  name: string;
  off?: boolean;
  onPress: () => void;
}

function IconButton({ icon, text, name, off, onPress }: IconButtonProps) {
  return (
    <Button
      look="bare"
      icon={icon}
      className={off ? "off" : ""}
      {...(off ? { "aria-disabled": true } : { onClick: onPress })}
    >
      {text}
      <span className="unseen"> {name}</span>
    </Button>
  );
}

/** The picture the browser can already draw of a photo, before anything is sent. */
function FilePicture({ file }: { file: File }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return;
    const url = URL.createObjectURL(file);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return <span className="chosen-picture">{src ? <img src={src} alt="" /> : <FileText size={22} aria-hidden />}</span>;
}
