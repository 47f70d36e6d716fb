import {randomBytesOf} from './random.js'

const ascii = (text: string, length = 512): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), randomBytesOf(text, length)])

/** The first bytes of pictures, programs, archives and the like, and what could follow. */
export const binaries: Readonly<Record<string, Uint8Array>> = {
  PNG: ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  JPEG: ascii('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  GIF: ascii('GIF89a'),
  BMP: ascii('BM\x36\0\x0c\0\0\0\0\0'),
  ICO: ascii('\0\0\x01\0\x01\0\x10\x10'),
  WebP: ascii('RIFF\x24\0\0\0WEBPVP8 '),
  TIFF: ascii('II*\0\x08\0\0\0'),
  PDF: ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
  'Windows program': ascii('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'),
  ELF: ascii('\x7fELF\x02\x01\x01\0'),
  'Mach-O': ascii('\xcf\xfa\xed\xfe\x07\0\0\x01'),
  WebAssembly: ascii('\0asm\x01\0\0\0'),
  'Java class': ascii('\xca\xfe\xba\xbe\0\0\0\x34'),
  PDB: ascii('Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0'),
  SQLite: ascii('SQLite format 3\0\x10\0\x01\x01'),
  'crash dump': ascii('PAGEDU64\x0f\0\0\0'),
  minidump: ascii('MDMP\x93\xa7\0\0'),
  'registry hive': ascii('regf\x01\0\0\0\x01\0\0\0'),
  pcap: ascii('\xd4\xc3\xb2\xa1\x02\0\x04\0'),
  pcapng: ascii('\x0a\x0d\x0d\x0a\x1c\0\0\0\x4d\x3c\x2b\x1a'),
  '7z': ascii('7z\xbc\xaf\x27\x1c\0\x04'),
  xz: ascii('\xfd7zXZ\0'),
  zstd: ascii('\x28\xb5\x2f\xfd'),
  bzip2: ascii('BZh91AY&SY'),
  tar: Buffer.concat([
    Buffer.from('trace.txt'),
    Buffer.alloc(91),
    Buffer.from('0000644\0'),
    Buffer.alloc(404),
    randomBytesOf('tar', 512),
  ]),
  MP3: ascii('ID3\x04\0\0\0\0\0\0'),
  MP4: ascii('\0\0\0\x18ftypisom'),
  TTF: ascii('\0\x01\0\0\0\x0f\0\x80'),
  WOFF2: ascii('wOF2\0\x01\0\0'),
  'Office document': ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  zeros: Buffer.alloc(4096),
  noise: randomBytesOf('noise', 4096),
  'one NUL': Buffer.alloc(1),
}
