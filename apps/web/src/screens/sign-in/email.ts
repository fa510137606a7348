/** Whether this can be an address at all; whether it is one, only a mail can tell. */
export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) && text.length <= 254;
