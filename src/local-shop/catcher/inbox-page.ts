import type { Caught } from './mailbox';

/** How many messages the page shows; `GET /messages` has them all. */
export const SHOWN = 200;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
body{margin:0;font:15px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;background:#f6efe6;color:#3b322a}
header{background:#8a4b1f;color:#fff;padding:18px 24px}
h1{margin:0;font-size:20px;font-weight:normal}
header p{margin:2px 0 0;color:#f3dcc6;font-size:13px}
main{max-width:860px;margin:20px auto;padding:0 16px}
details{background:#fff;border:1px solid #f0e2d2;border-radius:10px;margin:0 0 10px;overflow:hidden}
summary{padding:12px 16px;cursor:pointer;display:grid;grid-template-columns:56px 1fr auto;gap:4px 12px;align-items:center}
summary::marker{content:''}
.kind{background:#fdf3e7;color:#a65a24;border-radius:12px;text-align:center;font-size:12px}
.sms .kind{background:#e9f3ec;color:#2f6b45}
.subject{font-weight:600;overflow-wrap:anywhere}
.to,time{color:#9a8878;font-size:13px}
.to{grid-column:2}
iframe{width:100%;height:70vh;border:0;border-top:1px solid #f0e2d2}
pre{margin:0;padding:14px 16px;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-top:1px solid #f0e2d2}
.empty{text-align:center;color:#9a8878;padding:60px 0}`;

const messageBox = (message: Caught, place: number): string => `<details class="${message.channel}"><summary>
<span class="kind">${message.channel === 'sms' ? '短信' : '邮件'}</span>
<span class="subject">${escape(message.channel === 'sms' ? message.text : message.subject)}</span>
<time datetime="${escape(message.at)}">${escape(message.at.replace('T', ' ').slice(0, 19))} UTC</time>
<span class="to">收件人：${escape(message.to)}</span></summary>
${message.html === '' ? `<pre>${escape(message.text)}</pre>` : `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" title="${escape(message.subject)}" src="messages/${place}/html"></iframe>`}
</details>`;

/** The inbox for people: newest first, letters in a frame that can run nothing. `messages` come with their place in the mailbox. */
export const inboxPage = (messages: readonly (readonly [Caught, number])[], size: number): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Levain 收件箱</title><style>${STYLE}</style></head>
<body><header><h1>收件箱</h1><p>示范店发出的邮件和短信都留在这里，不会真的寄出。共 ${size} 条${size > SHOWN ? `，显示最新 ${SHOWN} 条` : ''}。</p></header>
<main>${messages.map(([message, place]) => messageBox(message, place)).join('\n') || '<p class="empty">还没有消息。</p>'}</main></body></html>`;
