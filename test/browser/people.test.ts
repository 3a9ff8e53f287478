import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { barriers, fits, signIn, until } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: people', (its) => {
  test(
    'BAK-04 BAK-05 somebody new is added, signs in with a password given once and chooses their own, and their absence is entered',
    async () => {
      const manager = await its.browser.signedIn('store-manager', '/settings/people?entry=new');
      const { page } = manager;
      await page.getByLabel('姓名').fill('李娜');
      await page.getByLabel('登录名').fill('Li Na');
      await page.getByText('烘焙师', { exact: true }).click();
      await page.getByText('打包员', { exact: true }).click();
      await page.getByLabel('邮箱').fill('li.na@shop.example');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('alert').getByText('须为小写字母或数字').waitFor();
      await page.getByLabel('登录名').fill('li.na');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('link', { name: '李娜 · 烘焙师 · 打包员' }).waitFor();
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('navigation', { name: '全部设置' }).getByRole('link', { name: '密码与登录' }).click();
      const row = page.getByRole('listitem').filter({ hasText: '李娜' });
      await row.getByRole('button', { name: '生成临时密码' }).click();
      await row.getByRole('button', { name: '确定生成' }).click();
      const given = await row.locator('.settings-secret').innerText();
      expect(await barriers(page)).toEqual([]);

      const newcomer = await its.browser.visit('/settings/profile');
      await newcomer.page.locator('input[name=username]').fill('li.na');
      await newcomer.page.locator('input[name=password]').fill(given);
      await newcomer.page.getByRole('button', { name: '登录' }).click();
      await newcomer.page.getByText('此密码是临时密码').waitFor();
      await newcomer.page.getByLabel('新密码').fill('my own long word');
      await newcomer.page.getByRole('button', { name: '登录' }).click();
      await newcomer.page.getByRole('heading', { name: '个人资料' }).waitFor();

      await newcomer.page.goto(`${its.shop.apiUrl}/settings/absences?entry=new`);
      await newcomer.page.getByText('不填：另行通知为止。').waitFor();
      const beginning = newcomer.page.getByRole('group', { name: '开始' });
      await beginning.getByRole('spinbutton').first().waitFor();
      for (const [n, typed] of ['2031', '3', '4', '8', '0'].entries())
        await beginning.getByRole('spinbutton').nth(n).pressSequentially(typed);
      await newcomer.page.getByRole('button', { name: '保存' }).click();
      await newcomer.page.getByRole('link', { name: '李娜 · 2031-03-04 周二 08:00 – 另行通知为止' }).waitFor();
      await page.goto(`${its.shop.apiUrl}/settings/sign-ins`);
      await page.getByText('临时密码，待设置新密码').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect([...manager.complaints, ...newcomer.complaints]).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'in their profile somebody changes their telephone and password, and ends their session on another device',
    async () => {
      const other = await its.browser.signedIn('packer', '/settings/profile');
      const visitor = await its.browser.signedIn('packer', '/settings/profile');
      const { page } = visitor;
      await page.getByLabel('电话').fill('13900000001');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存。').waitFor();
      const devices = page.getByRole('region', { name: '已登录的设备' });
      await devices.getByText('本设备').waitFor();
      await devices.getByRole('button', { name: '结束登录' }).first().click();
      await devices.getByRole('button', { name: '确定结束' }).click();
      await until('the other session to end', async () => (await devices.getByRole('listitem').count()) === 1);
      await other.page.reload();
      await other.page.locator('input[name=username]').waitFor();

      const form = page.getByRole('form', { name: '更改密码' });
      await form.getByLabel('现有密码').fill('not this one');
      await form.getByLabel('新密码（').fill('a long word of mine');
      await form.getByLabel('再输入一次').fill('a long word of mine');
      await form.getByRole('button', { name: '更改密码' }).click();
      await form.getByText('与现有密码不符').waitFor();
      await form.getByLabel('现有密码').fill(DEMO_PASSWORD);
      await form.getByRole('button', { name: '更改密码' }).click();
      await page.getByText('密码已更改').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels everything is within reach, in English too',
    async (width) => {
      const { page } = await its.browser.signedIn('store-manager', '/settings/profile', { width, language: 'en-GB' });
      for (const [path, heading] of [
        ['profile', 'Profile'],
        ['access', 'Passwords and sessions'],
        ['sign-ins', 'Sign-ins'],
        ['people', 'people'],
        ['absences', 'absences'],
      ]) {
        await page.goto(`${its.shop.apiUrl}/settings/${path}`);
        await page.getByRole('heading', { name: heading!, level: 2 }).waitFor();
        expect([path, await fits(page)]).toEqual([path, true]);
      }
    },
    TEST_MS,
  );

  test(
    'BAK-04 whoever is no store manager is offered no passwords and sees no sessions of others',
    async () => {
      const { page } = await its.browser.visit('/settings');
      await signIn(page, 'baker');
      const list = page.getByRole('navigation', { name: '全部设置' });
      await list.getByRole('link', { name: '个人资料' }).waitFor();
      expect(await list.getByRole('link').allInnerTexts()).toEqual(expect.not.arrayContaining(['密码与登录', '登录记录', '员工']));
    },
    TEST_MS,
  );
});
