import fc from "fast-check";

// Every change meets the same random papers: whether a test finds it is no matter of luck.
fc.configureGlobal({ seed: 20261126 });
