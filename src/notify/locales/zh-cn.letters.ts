import type { Locale } from './words';

/** What Chinese letters say; one entry each, ICU messages. */
export const ZH_LETTERS: Locale['letters'] = {
  'task-opened': {
    subject: '【待办】{task}｜订单 {order}',
    title: '{task}',
    paragraphs: [
      '{yours, select, yes {订单 {order} 有一项工作需要您完成：{task}。} other {订单 {order} 的“{task}”尚未完成，特此告知，请协助推动。}}',
      '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
      '{hasDue, select, yes {请在 {due} 前完成。} other {请尽快处理。}}',
    ],
    button: '查看任务',
  },
  'task-reminder': {
    subject: '【提醒】{task}{dueState, select, soon {即将到期} past {已逾期} other {尚未完成}}｜订单 {order}',
    title: '{task}{dueState, select, soon {即将到期} past {已逾期} other {尚未完成}}',
    paragraphs: [
      '订单 {order} 的“{task}”还未完成。',
      '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
      '{dueState, select, soon {截止时间是 {due}，请留意。} past {应在 {due} 前完成，现已逾期，请尽快处理。} other {请尽快处理。}}',
    ],
    button: '查看任务',
  },
  'task-late': {
    subject: '【逾期】{task}｜订单 {order}',
    title: '{task}已逾期',
    paragraphs: [
      '{yours, select, yes {您负责的} other {}}订单 {order} 的“{task}”{hasDue, select, yes {应在 {due} 前完成，} other {}}目前仍未完成{yours, select, yes {，并已按制度上报。} other {，现按制度上报给您。}}',
      '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
      '{yours, select, yes {请尽快完成，如有困难请立即说明；} other {请了解情况并推动完成；}}工作完成之前，这项任务会一直保持打开。',
    ],
    button: '查看任务',
  },
  'design-waiting': {
    subject: '请确认您的设计稿｜订单 {order}',
    title: '设计稿待您确认',
    paragraphs: [
      '{again, select, yes {您的设计稿（第 {draft} 稿）还在等待您的确认，特此提醒。} other {您的设计稿（第 {draft} 稿）已经准备好，订单顾问会请您过目。}}',
      '看过之后，请点下方按钮确认，或写下想调整的地方，我们会修改后再请您确认；确认之后我们才会安排制作。如果还没有看到设计稿，请致电 {complaints}。',
    ],
    button: '确认设计稿或提出修改',
    sms: '【{shop}】订单{order}的设计稿（第{draft}稿）待您确认，确认后即安排制作：{link}',
  },
  'deposit-due': {
    subject: '请{asks, select, whole {支付} other {补付}}预付款 {missing}｜订单 {order}',
    title: '订单预付款',
    paragraphs: [
      '{again, select, yes {温馨提醒：{asks, select, whole {我们还没有收到您的预付款。} other {您的预付款尚未补足。}}} other {{asks, select, raised {您的订单已调整。} rest {感谢您的付款，预付款还差一部分。} other {好消息，您的订单已通过审核，可以制作。}}}}',
      '{asks, select, raised {调整后的订单总额为 {total}，预付款需补足至 30%（{deposit}），请补付 {missing}；收到后我们即开始制作。} rest {订单总额为 {total}，30% 的预付款为 {deposit}，请补付 {missing}。收到后我们会正式接单，并把《定制订单确认函》发给您。} other {按照定制订单的约定，请先支付 30% 的预付款 {missing}（订单总额 {total}）。收到后我们会正式接单，并把《定制订单确认函》发给您。}}',
      '付款方式请与您的订单顾问联系；若您已付款，请忽略本提醒，我们核对后会尽快确认。',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}{asks, select, raised {请补付预付款{missing}，到账后即开始制作。} rest {请补付预付款{missing}，到账后即正式接单。} other {请支付预付款{missing}，到账后即正式接单。}}详询{complaints}',
  },
  'confirmation-letter': {
    subject: '《定制订单确认函》｜订单 {order}',
    title: '定制订单确认函',
    paragraphs: [
      '{reissued, select, yes {您的订单已更新，这是更新后的确认函（第 {version} 版），此前的版本同时作废。} other {感谢您的信任！{paid, select, all {您的款项已全部收到，} part {您的预付款已收到，} other {}}我们已正式接单。}}',
      '以下是为您确认的内容，请核对；如有出入，请尽快告诉我们。',
    ],
    button: '查看订单进度',
    closing: ['我们会用心烘焙每一份幸福，期待与您分享。'],
    sms: '【{shop}】订单{order}{reissued, select, yes {已更新} other {已确认}}：制作周期{cycle}；{method, select, courier {送货上门} other {到店自取}}，{deliveryShort}；应急联系{emergency}。确认函：{link}',
  },
  'change-window-closing': {
    subject: '订单内容可调整至 {windowEndsAt}｜订单 {order}',
    title: '调整期即将结束',
    paragraphs: [
      '如果您还想调整订单内容，请在 {windowEndsAt} 前致电 {complaints}；调整由店长确认后生效。',
      '之后我们将按现有内容安排制作。若一切无需改动，您不必做任何事。',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}的内容可在{windowEndsShort}前致电{complaints}申请调整，之后将按现有内容制作。查看订单：{link}',
  },
  'order-changed': {
    subject: '订单已调整（第 {version} 版）｜订单 {order}',
    title: '订单已按新内容执行',
    paragraphs: [
      '订单 {order} 的调整申请已由店长批准，现按第 {version} 版执行。',
      '{audience, select, staff {请按下面的变化调整您负责的工作，此前的版本同时作废。} other {请以下方的最新内容为准，此前的版本同时作废。}}',
      '{overpays, select, yes {调整后的总额低于您已支付的款项，多付的 {overpaid} 将{hasRefundBy, select, yes {在 {refundBy} 前} other {在 {refundDays} 日内}}原路退还给您。} other {}}',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}的调整已批准，交付时间{deliveryShort}，总额{total}。{overpays, select, yes {多付的{overpaid}将在{refundDays}日内退还。} other {}}{link}',
  },
  'change-refused': {
    subject: '关于您的调整申请｜订单 {order}',
    title: '调整申请未能通过',
    paragraphs: [
      '非常抱歉，您对订单 {order} 的调整申请经店长审核未能通过，订单将按原内容继续制作。',
      '{hasWords, select, yes {原因：{words}} other {如需了解原因或商量其他办法，请随时致电 {complaints}。}}',
    ],
    button: '查看订单',
    sms: '【{shop}】抱歉，订单{order}的调整申请未能通过，将按原内容制作。详询{complaints}',
  },
  'warm-reminder': {
    subject: '《温馨提示》请确认交付信息｜订单 {order}',
    title: '温馨提示',
    paragraphs: [
      '您的订单将于 {plannedStartAt} 开始制作，我们满怀期待！',
      '为了让它准时、完好地到您手中，请花一分钟核对下面的交付信息。若都正确，请点“确认交付信息”；若收件人或地址有变，也可在同一页面更正。',
    ],
    button: '确认交付信息',
    closing: ['如果您来不及回复，我们的订单顾问会致电与您核对，制作不会因此耽误。'],
    sms: '【{shop}】温馨提示：订单{order}将于{plannedStartShort}开始制作，{deliveryShort}{method, select, courier {送达} other {到店自取}}，请确认交付信息：{link}',
  },
  'details-corrected': {
    subject: '交付信息已更正｜订单 {order}',
    title: '交付信息已更正',
    paragraphs: [
      '订单 {order} 的{addressCorrected, select, yes {{recipientCorrected, select, yes {送货地址和收件人} other {送货地址}}} other {收件人}}刚刚在订单页面上更正，即时生效。',
      '{audience, select, staff {请核对更正后的交付信息；如有疑问，请致电顾客确认。} other {如果这不是您的意思，请立即致电 {complaints}。}}',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}的{addressCorrected, select, yes {{recipientCorrected, select, yes {送货地址和收件人} other {送货地址}}} other {收件人}}已更正。如非您本意，请立即致电{complaints}。{link}',
  },
  'making-started': {
    subject: '您的订单开始制作了｜订单 {order}',
    title: '开始制作了',
    paragraphs: [
      '烘焙师已经开始制作您的{goods}。',
      '{late, select, yes {原定的交付时间已过，非常抱歉；我们会尽快完成，并与您确认新的时间。} other {预计交付时间不变：{deliveryAt}。制作完成后我们会第一时间通知您。}}',
    ],
    button: '查看制作进度',
    sms: '【{shop}】订单{order}已开始制作，{late, select, yes {我们会尽快完成并与您联系。} other {预计{deliveryShort}交付。}}',
  },
  'order-ready': {
    subject: '您的订单已准备好｜订单 {order}',
    title: '已准备好',
    paragraphs: [
      '您的{goods}已制作、检验并包装完毕。',
      '{method, select, courier {我们将{late, select, yes {尽快} other {在 {deliveryAt} }}送到您指定的地址，请保持电话畅通。} other {欢迎您{late, select, yes {尽快} other {于 {deliveryAt} }}到店取货，地址：{shopAddress}。请凭订单号 {order} 领取。}}',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}已备妥，{method, select, courier {将{late, select, yes {尽快} other {于{deliveryShort}}}送达} other {请{late, select, yes {尽快} other {于{deliveryShort}}}到店凭订单号领取}}。',
  },
  'out-for-delivery': {
    subject: '您的订单正在派送｜订单 {order}',
    title: '正在派送',
    paragraphs: [
      '您的{goods}已从店里出发，{late, select, yes {正尽快送往您处} other {预计 {deliveryAt} 送达}}。',
      '签收时请当面检查；如有破损或不符，请立即告诉派送员，我们现场处理。',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}正在派送，{late, select, yes {将尽快送达} other {预计{deliveryShort}送达}}，请保持电话畅通并当面验收。',
  },
  'order-delivered': {
    subject: '您的订单已送达｜订单 {order}',
    title: '已交付',
    paragraphs: [
      '您的{goods}已于 {deliveredAt} 交付，感谢您的选择。',
      '{owes, select, yes {订单尚有尾款 {outstanding}，请与我们结清。} other {{paid, select, none {} other {款项已全部结清。}}}}{overpays, select, yes {您多付的 {overpaid} 会退还给您。} other {}}',
      '请按包装上的提示保存，并在保质期内享用。有任何不满意，请致电 {complaints}，我们一定负责到底。',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}已交付，感谢您的选择。{owes, select, yes {尚有尾款{outstanding}待结清。} other {}}如有问题请致电{complaints}',
  },
  'order-delayed': {
    subject: '关于交付时间的说明与歉意｜订单 {order}',
    title: '关于交付时间',
    paragraphs: [
      '非常抱歉，{delay, select, weather {受恶劣天气影响，} road {派送途中出现了意外情况，} other {}}{delay, select, overdue {您的订单未能在约定的 {deliveryAt} 交付。} replacement {签收时发现了问题，我们将为您重新制作，并于 {deliveryAt} 交付，不另收费。} other {您的订单可能晚于约定的 {deliveryAt} 交付。}}',
      '{delay, select, replacement {} other {我们正在全力处理，确定新的时间后会立即与您联系。}}若因我方原因逾期，您可以选择取消订单{paid, select, none {} other {并获得全额退款}}。',
      '您也可以随时拨打应急联系电话 {emergency}。',
    ],
    button: '查看订单',
    sms: '【{shop}】非常抱歉，订单{order}{delay, select, overdue {未能在{deliveryShort}交付，我们正全力处理并会尽快联系您} replacement {将重新制作，{deliveryShort}交付，不另收费} other {可能晚于{deliveryShort}交付，我们正全力处理并会尽快联系您}}。应急联系{emergency}',
  },
  'order-cancelled': {
    subject: '订单已取消{refunds, select, yes {，退款 {refund}} other {}}｜订单 {order}',
    title: '订单已取消',
    paragraphs: [
      '{cause, select, store {非常抱歉，由于我方原因，您的订单未能完成。{refunds, select, yes {按约定，您已付的款项全额退还。} other {}}} customer {您的订单已按您的要求取消。{paid, select, none {} other {按约定，退款为已付款项扣除已实际产生的成本。}}} other {您的订单已取消{paid, select, none {。} other {，退款金额由店长按实际情况确定。}}}}',
      '{refunds, select, yes {退款 {refund} {refundPaid, select, yes {已原路退回} other {将在 {refundDays} 日内原路退回}}，计算方法见下表。} other {本订单没有需要退还的款项，计算方法见下表。}}',
    ],
    closing: ['期待下次有机会为您服务。'],
    sms: '【{shop}】订单{order}已取消，{refunds, select, yes {退款{refund}{refundPaid, select, yes {已退回} other {将在{refundDays}日内退回}}} other {无需退款}}。详询{complaints}',
  },
  'order-declined': {
    subject: '很抱歉，这次无法承接｜订单 {order}',
    title: '很抱歉，无法承接',
    paragraphs: [
      '感谢您想到我们。经过认真评估，我们在您希望的时间内无法保证订单 {order} 的品质，因此不得不婉拒。',
      '{refunds, select, yes {您已付的 {refund} {refundPaid, select, yes {已全额退还} other {将在 {refundDays} 日内全额退还}}。} other {您没有需要支付的款项。}}',
      '如果您愿意调整时间或款式，请致电 {complaints}，我们很乐意重新为您设计。',
    ],
    sms: '【{shop}】很抱歉，订单{order}经评估无法承接。{refunds, select, yes {已付{refund}{refundPaid, select, yes {已} other {将}}全额退还。} other {}}如愿调整请致电{complaints}',
  },
  'refund-paid': {
    subject: '退款 {refund} 已支付｜订单 {order}',
    title: '退款已支付',
    paragraphs: ['订单 {order} 的退款 {refund} 已支付，到账时间以支付渠道为准。', '若三个工作日后仍未收到，请致电 {complaints}。'],
    sms: '【{shop}】订单{order}的退款{refund}已支付，请留意到账。详询{complaints}',
  },
  'price-allowed': {
    subject: '为您减免 {allowance}｜订单 {order}',
    title: '价格减免',
    paragraphs: [
      '很抱歉这次没能让您完全满意。经与您商定，订单 {order} 为您减免 {allowance}。',
      '{refunds, select, yes {其中您已支付的 {refund} {refundPaid, select, yes {已原路退还} other {将{hasRefundBy, select, yes {在 {refundBy} 前} other {在 {refundDays} 日内}}原路退还}}。} other {{owes, select, yes {减免后，待付尾款为 {outstanding}。} other {减免后，您没有需要支付的款项。}}}}',
    ],
    button: '查看订单',
    sms: '【{shop}】订单{order}为您减免{allowance}，{refunds, select, yes {{refund}{refundPaid, select, yes {已退还} other {将在{refundDays}日内退还}}} other {{owes, select, yes {待付尾款{outstanding}} other {无需再付款}}}}。详询{complaints}',
  },
  alternatives: {
    subject: '请您选择备选方案｜订单 {order}',
    title: '想请您选一个备选方案',
    paragraphs: [
      '非常抱歉，制作您的订单所需的{hasItem, select, yes {“{item}”} other {一种原料}}临时缺货。我们正在联系备选供应商，同时准备了下面的备选方案，供您选择。',
      '由此产生的差价由我们承担，您无需多付。请在 {replyHours} 小时内告诉我们您的选择；若都不合意，您也可以选择取消订单{paid, select, none {} other {并获得全额退款}}。',
    ],
    button: '选择备选方案',
    closing: ['若未收到您的回复，我们会致电与您商量。'],
    sms: '【{shop}】抱歉，订单{order}的{hasItem, select, yes {{item}} other {一种原料}}临时缺货，请选择备选方案（不加价）：{link}',
  },
  'exception-reported': {
    subject: '【异常】{exceptionType}｜订单 {order}',
    title: '异常：{exceptionType}',
    paragraphs: [
      '订单 {order} 报告了一项异常：{exceptionType}{hasItem, select, yes {（{item}）} other {}}。',
      '请立即查看，{hasDue, select, yes {并在 {due} 前按制度响应。} other {并按制度响应。}}',
    ],
    button: '查看订单',
  },
  'committee-called': {
    subject: '【食品安全】请委员表决｜订单 {order}',
    title: '食品安全委员会表决',
    paragraphs: [
      '订单 {order} 出现食品安全问题，已暂停。请各位委员立即查看证据，{hasDue, select, yes {在 {due} 前} other {}}于待办中表决：放行、暂停或销毁。',
      '未达到法定人数时，订单保持暂停。',
    ],
    button: '查看订单',
  },
  'supplier-request': {
    subject: '【询货】{item}｜请于 {answerBy} 前答复',
    title: '能否供应：{item}',
    paragraphs: [
      '我店急需“{item}”，想请问贵方能否供应。',
      '请在 {answerBy} 前点击下方按钮答复，并注明可送达的时间；逾期我们将询问其他供应商。',
    ],
    button: '答复能否供应',
  },
  'supplier-withdrawn': {
    subject: '【询货取消】{item}',
    title: '无需供应：{item}',
    paragraphs: ['此前询问的“{item}”现已不再需要，请不必准备。', '感谢贵方的支持，期待下次合作。'],
  },
  'rating-invitation': {
    subject: '这次的体验如何？｜订单 {order}',
    title: '请为我们打分',
    paragraphs: [
      '{again, select, yes {还没有收到您的评价，您的一句话对我们非常重要。} other {希望您喜欢我们制作的{goods}。}}',
      '请用一分钟为这次服务打分（满分 5 分），也欢迎留下您的意见，我们会逐条认真阅读。',
    ],
    button: '去评分',
    sms: '【{shop}】感谢您的惠顾，请为订单{order}打分，您的意见我们都会认真阅读：{link}',
  },
  suggestion: {
    subject: '【顾客建议】订单 {order}',
    title: '顾客的意见与建议',
    paragraphs: ['回访订单 {order} 的顾客时收到以下意见，请贵部门阅处，并作为改进的依据。'],
    button: '查看订单',
  },
};
