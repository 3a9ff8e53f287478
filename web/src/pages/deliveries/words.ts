import { inBoth } from '../../words/words';

/** The words of the deliveries page. */
export const DELIVERIES_WORDS = inBoth({
  zh: {
    title: '配送',
    nothing: '这一天没有要取送的订单。',
    more: '订单太多，只显示最先要交付的。',
    lateFirst: '已晚或该出发了',
    byHour: (hour: string) => `${hour} 交付`,
    leaveBy: (at: string) => `${at} 前出发`,
    nobody: '还没有人负责',
    owed: (yuan: string) => `待收 ¥${yuan}`,
    paid: '已付清',
    done: (step: string, time: string, who: string) => `${step} ${time} ${who}`,
    theShop: '系统',
    sending: '正在发送',
  },
  en: {
    title: 'Deliveries',
    nothing: 'Nothing is to be delivered on this day.',
    more: 'There are too many orders: only the first are shown.',
    lateFirst: 'Late, or time to leave',
    byHour: (hour: string) => `Promised for ${hour}`,
    leaveBy: (at: string) => `leave by ${at}`,
    nobody: 'nobody’s yet',
    owed: (yuan: string) => `¥${yuan} owed`,
    paid: 'all paid',
    done: (step: string, time: string, who: string) => `${step} ${time} ${who}`,
    theShop: 'the shop',
    sending: 'Sending',
  },
});
