import type { Locale } from './words';

/** What English letters say; one entry each, ICU messages. */
export const EN_LETTERS: Locale['letters'] = {
  'task-opened': {
    subject: '[To do] {task} | order {order}',
    title: '{task}',
    paragraphs: [
      '{yours, select, yes {Order {order} has a step that is yours: {task}.} other {“{task}” of order {order} is open; you are told so that you can help.}}',
      '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
      '{hasDue, select, yes {Please finish it by {due}.} other {Please see to it soon.}}',
    ],
    button: 'See the task',
  },
  'task-reminder': {
    subject: '[Reminder] {task} {dueState, select, soon {is due soon} past {is late} other {is still open}} | order {order}',
    title: '{dueState, select, soon {Due soon} past {Late} other {Still open}}: {task}',
    paragraphs: [
      '“{task}” of order {order} is not done yet.',
      '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
      '{dueState, select, soon {It is due by {due}.} past {It was due by {due}; please see to it now.} other {Please see to it soon.}}',
    ],
    button: 'See the task',
  },
  'task-late': {
    subject: '[Late] {task} | order {order}',
    title: 'Late: {task}',
    paragraphs: [
      '{yours, select, yes {Your step “{task}”} other {“{task}”}} of order {order} {hasDue, select, yes {was due by {due} and is} other {is}} still open{yours, select, yes {; those above you have been told.} other {, so it has been raised to you.}}',
      '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
      '{yours, select, yes {Please finish it soon, or say at once what keeps you from it.} other {Please find out why and help to finish it.}} The task stays open until the work is done.',
    ],
    button: 'See the task',
  },
  'design-waiting': {
    subject: 'Please confirm your design | order {order}',
    title: 'Your design awaits you',
    paragraphs: [
      '{again, select, yes {Draft {draft} of your design is still waiting for your word.} other {Draft {draft} of your design is ready, and your consultant shows it to you.}}',
      'When you have seen it, please confirm it with the button below, or write there what should be different; we then change the draft and ask you again. We start only after you have confirmed it. If you have not seen the draft, please call {complaints}.',
    ],
    button: 'Confirm the design or ask for a new draft',
    sms: '{shop}: draft {draft} of order {order} awaits your confirmation: {link}',
  },
  'deposit-due': {
    subject: 'Please pay {asks, select, whole {the prepayment of} other {the rest of the prepayment,}} {missing} | order {order}',
    title: 'Your prepayment',
    paragraphs: [
      '{again, select, yes {A gentle reminder: {asks, select, whole {your prepayment has not reached us yet.} other {a part of your prepayment is still missing.}}} other {{asks, select, raised {Your order has been changed.} rest {Thank you for your payment; a part of the prepayment is still missing.} other {Good news: your order has been reviewed and can be made.}}}}',
      '{asks, select, raised {The total is now {total}, so the prepayment of 30 % ({deposit}) needs another {missing}. We start when it is here.} rest {The prepayment is 30 % of {total}, that is {deposit}; please pay the remaining {missing}. When it is here we accept the order and send you the confirmation letter.} other {A custom order is accepted with a prepayment of 30 %: {missing} of a total of {total}. When it is here we send you the confirmation letter.}}',
      'Your consultant will tell you how to pay. If you have paid already, please ignore this letter; we will confirm shortly.',
    ],
    button: 'See the order',
    sms: '{shop}: {asks, select, raised {please add {missing} to the prepayment of order {order}; we then start.} rest {please add {missing} to the prepayment of order {order}; we then accept it.} other {please pay the prepayment of {missing} for order {order}; we then accept it.}} Questions: {complaints}',
  },
  'confirmation-letter': {
    subject: 'Confirmation of your custom order | order {order}',
    title: 'Order confirmation',
    paragraphs: [
      '{reissued, select, yes {Your order has been changed. This is version {version} of the confirmation; earlier ones no longer hold.} other {Thank you for your trust! {paid, select, all {Your payment has arrived in full and we} part {Your prepayment has arrived and we} other {We}} have accepted your order.}}',
      'This is what we have agreed. Please check it, and tell us soon if anything is not right.',
    ],
    button: 'Follow your order',
    closing: ['Every portion of happiness, baked with care.'],
    sms: '{shop}: order {order} {reissued, select, yes {updated} other {confirmed}}. Production: {cycle}; {method, select, courier {delivery} other {pick-up}} {deliveryShort}; emergency contact {emergency}. Letter: {link}',
  },
  'change-window-closing': {
    subject: 'Changes are possible until {windowEndsAt} | order {order}',
    title: 'Last call for changes',
    paragraphs: [
      'If you would like to change anything, please call {complaints} by {windowEndsAt}. A change takes effect once the store manager has approved it.',
      'After that we make the order as it stands. If everything is right, you need not do anything.',
    ],
    button: 'See the order',
    sms: '{shop}: order {order} can be changed until {windowEndsShort}; to change it call {complaints}. After that we make it as it stands: {link}',
  },
  'order-changed': {
    subject: 'The order has changed (version {version}) | order {order}',
    title: 'The new version holds',
    paragraphs: [
      'The change to order {order} has been approved; version {version} now holds.',
      '{audience, select, staff {Please bring your work into line with the changes below. Earlier versions no longer hold.} other {Please go by the particulars below. Earlier versions no longer hold.}}',
      '{overpays, select, yes {The new total is less than you have paid: {overpaid} will be paid back to you {hasRefundBy, select, yes {by {refundBy}} other {within {refundDays} days}}.} other {}}',
    ],
    button: 'See the order',
    sms: '{shop}: the change to order {order} is approved. {deliveryShort}, total {total}. {overpays, select, yes {{overpaid} comes back to you within {refundDays} days. } other {}}{link}',
  },
  'change-refused': {
    subject: 'About the change you asked for | order {order}',
    title: 'The change could not be made',
    paragraphs: [
      'We are sorry: the change you asked for on order {order} could not be approved. We carry on with the order as it stands.',
      '{hasWords, select, yes {Reason: {words}} other {If you would like to know why, or look for another way, please call {complaints}.}}',
    ],
    button: 'See the order',
    sms: '{shop}: sorry, the change to order {order} was not approved; we carry on as it stands. Questions: {complaints}',
  },
  'warm-reminder': {
    subject: 'A warm reminder: please confirm your delivery details | order {order}',
    title: 'A warm reminder',
    paragraphs: [
      'We start making your order on {plannedStartAt} and look forward to it!',
      'So that it reaches you on time and in good shape, please take a minute to check the details below. If they are right, confirm them; a new recipient or address can be given on the same page.',
    ],
    button: 'Confirm the details',
    closing: ['If you cannot answer in time, your consultant will call you; the making will not be held up.'],
    sms: '{shop}: we start order {order} on {plannedStartShort}; {method, select, courier {delivery} other {pick-up}} {deliveryShort}. Please confirm the details: {link}',
  },
  'details-corrected': {
    subject: 'The delivery details were corrected | order {order}',
    title: 'The delivery details were corrected',
    paragraphs: [
      'On the page of order {order} the {addressCorrected, select, yes {{recipientCorrected, select, yes {address and the recipient were} other {address was}}} other {recipient was}} just corrected; this holds from now on.',
      '{audience, select, staff {Please check the corrected details; if in doubt, call the customer.} other {If this is not what you want, please call {complaints} at once.}}',
    ],
    button: 'See the order',
    sms: '{shop}: the {addressCorrected, select, yes {{recipientCorrected, select, yes {address and the recipient} other {address}}} other {recipient}} of order {order} changed. If this is not what you want, call {complaints} at once. {link}',
  },
  'making-started': {
    subject: 'We have started making your order | order {order}',
    title: 'Making has started',
    paragraphs: [
      'Our bakers have started on your {goods}.',
      '{late, select, yes {The promised time has passed; we are sorry. We will finish it as soon as we can and agree a new time with you.} other {The promised time stands: {deliveryAt}. We will write again when it is ready.}}',
    ],
    button: 'Follow your order',
    sms: '{shop}: we have started making order {order}{late, select, yes {; we will finish it as soon as we can and be in touch.} other {, promised for {deliveryShort}.}}',
  },
  'order-ready': {
    subject: 'Your order is ready | order {order}',
    title: 'Ready',
    paragraphs: [
      'Your {goods} is made, checked and packed.',
      '{method, select, courier {We will bring it to the address you gave {late, select, yes {as soon as we can} other {on {deliveryAt}}}. Please keep your telephone at hand.} other {You are welcome to collect it {late, select, yes {as soon as you can} other {on {deliveryAt}}} at {shopAddress}. Please bring the order number {order}.}}',
    ],
    button: 'See the order',
    sms: '{shop}: order {order} is ready; {method, select, courier {it arrives {late, select, yes {as soon as we can} other {{deliveryShort}}}} other {please collect it {late, select, yes {as soon as you can} other {{deliveryShort}}}, quoting the number}}.',
  },
  'out-for-delivery': {
    subject: 'Your order is on its way | order {order}',
    title: 'On its way',
    paragraphs: [
      'Your {goods} has left the shop and {late, select, yes {is coming to you as fast as we can} other {should arrive by {deliveryAt}}}.',
      'Please check it together with the courier. If anything is damaged or not as ordered, say so at once and we will put it right on the spot.',
    ],
    button: 'See the order',
    sms: '{shop}: order {order} is on its way{late, select, yes {} other {, expected {deliveryShort}}}. Please check it together with the courier.',
  },
  'order-delivered': {
    subject: 'Your order has been delivered | order {order}',
    title: 'Delivered',
    paragraphs: [
      'Your {goods} was handed over on {deliveredAt}. Thank you for choosing us.',
      '{owes, select, yes {A balance of {outstanding} is still open; please settle it with us.} other {{paid, select, none {} other {Everything is paid.}}}}{overpays, select, yes { {overpaid} that you paid too much comes back to you.} other {}}',
      'Please keep it as the package says and enjoy it within its shelf life. If anything is not to your liking, call {complaints}: we will see to it.',
    ],
    button: 'See the order',
    sms: '{shop}: order {order} is delivered, thank you. {owes, select, yes {A balance of {outstanding} is open.} other {}} Questions: {complaints}',
  },
  'order-delayed': {
    subject: 'About the time of your delivery | order {order}',
    title: 'About your delivery',
    paragraphs: [
      'We are sorry: {delay, select, weather {because of severe weather} road {because of trouble on the way} replacement {something was wrong with what we brought.} other {for a reason we are looking into}} {delay, select, overdue {your order has not arrived by {deliveryAt}.} replacement {We are making it again, and you get it on {deliveryAt}, at no further charge.} other {your order may arrive later than {deliveryAt}.}}',
      '{delay, select, replacement {} other {We are doing all we can and will call you as soon as we know the new time. }}If the delay is our fault, you may cancel{paid, select, none {} other { and get all your money back}}.',
      'Our emergency contact is {emergency}.',
    ],
    button: 'See the order',
    sms: '{shop}: we are sorry, order {order} {delay, select, overdue {has not arrived by {deliveryShort}. We will be in touch} replacement {is made again, for {deliveryShort}, at no charge} other {may arrive later than {deliveryShort}. We will be in touch}}. Emergency contact {emergency}',
  },
  'order-cancelled': {
    subject: 'The order is cancelled{refunds, select, yes {, refund {refund}} other {}} | order {order}',
    title: 'Order cancelled',
    paragraphs: [
      '{cause, select, store {We are sorry that, for reasons of ours, your order could not be completed. {refunds, select, yes {All you have paid is refunded.} other {}}} customer {Your order is cancelled as you asked. {paid, select, none {} other {As agreed, you get back what you paid less the costs that have actually arisen.}}} other {Your order is cancelled{paid, select, none {.} other {; the refund was decided by the store manager.}}}}',
      '{refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {will be paid back within {refundDays} days}}; the calculation is below.} other {There is nothing to pay back; the calculation is below.}}',
    ],
    closing: ['We hope to be of service another time.'],
    sms: '{shop}: order {order} is cancelled; {refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {comes back within {refundDays} days}}} other {there is no refund}}. Questions: {complaints}',
  },
  'order-declined': {
    subject: 'We are sorry that we cannot take this order | order {order}',
    title: 'We are sorry',
    paragraphs: [
      'Thank you for thinking of us. After a careful look we cannot promise the quality of order {order} in the time you wish, and must decline it.',
      '{refunds, select, yes {The {refund} you have paid {refundPaid, select, yes {has been refunded in full} other {will be refunded in full within {refundDays} days}}.} other {You owe nothing.}}',
      'If another date or design would suit you, please call {complaints}: we would be glad to plan it again with you.',
    ],
    sms: '{shop}: we are sorry that we cannot take order {order}. {refunds, select, yes {{refund} {refundPaid, select, yes {has been} other {will be}} refunded in full.} other {}} Questions: {complaints}',
  },
  'refund-paid': {
    subject: 'Your refund of {refund} has been paid | order {order}',
    title: 'Refund paid',
    paragraphs: [
      'The refund of {refund} for order {order} has been paid. How long it takes to reach you depends on the way of payment.',
      'If it is not there after three working days, please call {complaints}.',
    ],
    sms: '{shop}: the refund of {refund} for order {order} has been paid. Questions: {complaints}',
  },
  'price-allowed': {
    subject: '{allowance} off the price | order {order}',
    title: 'Part of the price is given up',
    paragraphs: [
      'We are sorry that this order was not all that it should be. As agreed with you, {allowance} of the price of order {order} is given up.',
      '{refunds, select, yes {{refund} that you have paid already {refundPaid, select, yes {has been paid back} other {will be paid back {hasRefundBy, select, yes {by {refundBy}} other {within {refundDays} days}}}}.} other {{owes, select, yes {The balance is now {outstanding}.} other {There is nothing left to pay.}}}}',
    ],
    button: 'See the order',
    sms: '{shop}: {allowance} off the price of order {order}; {refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {comes back within {refundDays} days}}} other {{owes, select, yes {the balance is {outstanding}} other {nothing is left to pay}}}}. Questions: {complaints}',
  },
  alternatives: {
    subject: 'Please choose an alternative | order {order}',
    title: 'Please choose an alternative',
    paragraphs: [
      'We are sorry: {hasItem, select, yes {“{item}”} other {an ingredient}} for your order has run out. We are asking other suppliers, and meanwhile offer you the alternatives below.',
      'They cost you nothing extra. Please tell us your choice within {replyHours} hours. If none of them suits you, you may cancel{paid, select, none {} other { and get all your money back}}.',
    ],
    button: 'Choose an alternative',
    closing: ['If we do not hear from you, we will call you.'],
    sms: '{shop}: sorry, {hasItem, select, yes {{item}} other {an ingredient}} for order {order} has run out. Please choose an alternative at no extra cost: {link}',
  },
  'exception-reported': {
    subject: '[Exception] {exceptionType} | order {order}',
    title: 'Exception: {exceptionType}',
    paragraphs: [
      'Order {order} has an exception: {exceptionType}{hasItem, select, yes { ({item})} other {}}.',
      'Please look at it at once and respond {hasDue, select, yes {by {due}, as the rules say.} other {as the rules say.}}',
    ],
    button: 'See the order',
  },
  'committee-called': {
    subject: '[Food safety] Please vote | order {order}',
    title: 'Food-safety committee: please vote',
    paragraphs: [
      'Order {order} has a food-safety problem and is held. Please look at the evidence and cast your vote in the inbox{hasDue, select, yes { by {due}} other {}}: release, hold or destroy.',
      'Without a quorum the order stays held.',
    ],
    button: 'See the order',
  },
  'supplier-request': {
    subject: '[Request] {item} | please answer by {answerBy}',
    title: 'Can you deliver {item}?',
    paragraphs: [
      'We urgently need “{item}” and would like to know whether you can deliver it.',
      'Please answer by {answerBy} with the button below and say when it can be here. After that we ask elsewhere.',
    ],
    button: 'Answer',
  },
  'supplier-withdrawn': {
    subject: '[Withdrawn] {item}',
    title: 'No longer needed: {item}',
    paragraphs: [
      'We asked you for “{item}”; it is no longer needed, so please do not prepare it.',
      'Thank you for your help. Until next time.',
    ],
  },
  'rating-invitation': {
    subject: 'How was it? | order {order}',
    title: 'How did we do?',
    paragraphs: [
      '{again, select, yes {We have not heard from you yet; a word from you means a lot to us.} other {We hope you enjoyed the {goods}.}}',
      'Please take a minute to rate us (5 is best), and tell us what you think. We read every comment.',
    ],
    button: 'Rate us',
    sms: '{shop}: thank you! Please rate order {order}; we read every comment: {link}',
  },
  suggestion: {
    subject: '[Suggestion] order {order}',
    title: 'A customer’s opinion',
    paragraphs: ['When we called the customer of order {order} they told us the following. Please see to it and use it to improve.'],
    button: 'See the order',
  },
};
