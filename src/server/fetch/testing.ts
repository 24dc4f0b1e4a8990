/** By kind, each line divided by blanks. */
const ADDRESSES = `
  # this network, loopback
  0.0.0.0 0.1.2.3 0.255.255.255 127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.254
  # private, carrier-grade, link-local and the metadata services of clouds
  10.0.0.1 10.255.255.255 172.16.0.1 172.20.10.5 172.31.255.255 192.168.0.1 192.168.255.255
  100.64.0.1 100.100.100.200 100.127.255.255 169.254.0.1 169.254.169.254 169.254.170.2
  # assignments, documentation, benchmarks, multicast, reserved, broadcast
  192.0.0.1 192.0.0.192 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 198.18.0.1
  198.19.255.255 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.254 255.255.255.255
  # the same in other writings: one number, octal, hexadecimal, shortened, dots that end or differ
  2130706433 0x7f000001 017700000001 0x7f.1 0177.0.0.1 0x7f.0x0.0x0.0x1 127.1 127.0.1
  10.1 0xa.0.0.1 012.0.0.1 167772161 0xA9FEA9FE 2852039166 0251.0376.0251.0376 3232235521
  127.0.0.1. 10.0.0.1. 0 00000 0x0 1 ①②⑦.⓪.⓪.① 127。0。0。1 %31%32%37.0.0.1
  # IPv6: unspecified, loopback, unique local, link-local, site-local, multicast, discard, documentation
  [::] [::1] [0:0:0:0:0:0:0:1] [fc00::1] [fd12:3456:789a::1] [fdff::1] [fe80::1] [febf::1]
  [fec0::1] [ff02::1] [ff0e::1] [100::1] [2001:db8::1] [3fff::1] [5f00::1] [fd00:ec2::254]
  # IPv6 that holds an IPv4 address: mapped, compatible, translated, NAT64, 6to4, Teredo, ORCHID
  [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:169.254.169.254] [::ffff:8.8.8.8]
  [::127.0.0.1] [::10.0.0.1] [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1]
  [64:ff9b:1::10.0.0.1] [2002:7f00:1::] [2002:a00:1::1] [2002:a9fe:a9fe::] [2001::1]
  [2001:0:7f00:1::] [2001:10::1] [2001:20::1] [2001:2::1] [4000::1] [e000::1] [::2]
`;

/** Addresses that must never be reached, however they are written. */
export const FORBIDDEN_ADDRESSES: readonly string[] = ADDRESSES.split('\n')
  .filter((line) => !line.includes('#'))
  .flatMap((line) => line.trim().split(/\s+/))
  .filter((address) => address !== '');

/** What the names of the tests resolve to: each has at least one address that must not be reached. */
export const FORBIDDEN_NAMES: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1', '::1'],
  'intern.example': ['10.1.2.3'],
  'intern.example.': ['10.1.2.3'],
  'gemischt.example': ['93.184.216.34', '10.0.0.1'],
  'gemischt6.example': ['2606:2800:220:1::1', 'fd00::1'],
  'abgebildet.example': ['::ffff:192.168.1.1'],
  'zone.example': ['fe80::1%eth0'],
  'nat64.example': ['64:ff9b::c0a8:101'],
  '6to4.example': ['2002:c0a8:101::1'],
  'metadaten.example': ['169.254.169.254'],
  'gruppe.example': ['ff05::2'],
  'nichts.example': ['0.0.0.0'],
  'kein-text.example': ['', 'localhost'],
};

/** Addresses with a public host that are refused for what else stands in them. */
export const FORBIDDEN_URLS: readonly string[] = [
  'http://name@93.184.216.34/',
  'http://name:kennwort@93.184.216.34/',
  'http://127.0.0.1@93.184.216.34/',
  'http://93.184.216.34:22/',
  'http://93.184.216.34:25/',
  'https://93.184.216.34:6379/',
  'http://93.184.216.34:1/',
  'ftp://93.184.216.34/',
  'file:///etc/passwd',
  'gopher://93.184.216.34:70/',
  'data:application/json,{}',
  'javascript:alert(1)',
  'http://',
  'keine Adresse',
  '',
];
