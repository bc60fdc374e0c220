/** An encoding that a text may be read with, for the menu that overrides a wrong guess. */
export interface EncodingChoice {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  readonly label: string;
}

/** What the menu offers, the likeliest first, then by script. Every one is known to the TextDecoder of a browser. */
export const encodingChoices: readonly EncodingChoice[] = [
  { encoding: 'utf-8', label: 'Unicode (UTF-8)' },
  { encoding: 'utf-16le', label: 'Unicode (UTF-16 LE)' },
  { encoding: 'utf-16be', label: 'Unicode (UTF-16 BE)' },
  { encoding: 'windows-1252', label: 'Western European (windows-1252, ISO-8859-1)' },
  { encoding: 'iso-8859-15', label: 'Western European (ISO-8859-15)' },
  { encoding: 'macintosh', label: 'Western European (Mac OS Roman)' },
  { encoding: 'windows-1250', label: 'Central European (windows-1250)' },
  { encoding: 'iso-8859-2', label: 'Central European (ISO-8859-2)' },
  { encoding: 'iso-8859-16', label: 'Romanian (ISO-8859-16)' },
  { encoding: 'iso-8859-3', label: 'South European (ISO-8859-3)' },
  { encoding: 'windows-1257', label: 'Baltic (windows-1257)' },
  { encoding: 'iso-8859-4', label: 'Baltic (ISO-8859-4)' },
  { encoding: 'iso-8859-13', label: 'Baltic (ISO-8859-13)' },
  { encoding: 'iso-8859-10', label: 'Nordic (ISO-8859-10)' },
  { encoding: 'iso-8859-14', label: 'Celtic (ISO-8859-14)' },
  { encoding: 'windows-1251', label: 'Cyrillic (windows-1251)' },
  { encoding: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { encoding: 'koi8-u', label: 'Cyrillic (KOI8-U)' },
  { encoding: 'iso-8859-5', label: 'Cyrillic (ISO-8859-5)' },
  { encoding: 'ibm866', label: 'Cyrillic (IBM866)' },
  { encoding: 'x-mac-cyrillic', label: 'Cyrillic (Mac OS)' },
  { encoding: 'windows-1253', label: 'Greek (windows-1253)' },
  { encoding: 'iso-8859-7', label: 'Greek (ISO-8859-7)' },
  { encoding: 'windows-1254', label: 'Turkish (windows-1254, ISO-8859-9)' },
  { encoding: 'windows-1255', label: 'Hebrew (windows-1255)' },
  { encoding: 'iso-8859-8', label: 'Hebrew (ISO-8859-8)' },
  { encoding: 'windows-1256', label: 'Arabic (windows-1256)' },
  { encoding: 'iso-8859-6', label: 'Arabic (ISO-8859-6)' },
  { encoding: 'windows-1258', label: 'Vietnamese (windows-1258)' },
  { encoding: 'windows-874', label: 'Thai (windows-874)' },
  { encoding: 'shift_jis', label: 'Japanese (Shift_JIS)' },
  { encoding: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { encoding: 'iso-2022-jp', label: 'Japanese (ISO-2022-JP)' },
  { encoding: 'gb18030', label: 'Chinese, simplified (GB18030, GBK)' },
  { encoding: 'big5', label: 'Chinese, traditional (Big5)' },
  { encoding: 'euc-kr', label: 'Korean (EUC-KR, windows-949)' },
];
