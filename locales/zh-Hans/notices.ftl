### One-time messages at the top of the next page.

notice-registered-confirm = 就快完成了！我们已发送一封含有链接的邮件。请打开链接以验证您的地址。
notice-registered = 您的账号已就绪，现在可以登录了。
notice-email-confirmed = 您的邮箱地址已验证。
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = 如果该地址尚待验证，含有新链接的邮件即将送达。请同时查看垃圾邮件。
notice-signed-in = 您已登录。
notice-signed-out = 您已退出登录。
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = 如果该地址有对应的账号，含有链接的邮件即将送达。请同时查看垃圾邮件。
notice-password-reset = 您的新密码已保存。
notice-password-changed = 您的密码已修改，其他所有设备均已退出登录。
notice-totp-added = 验证器应用已设置。今后登录时需要输入其中的验证码。
notice-totp-renamed = 名称已保存。
notice-totp-removed = 应用已移除，其验证码已失效。
notice-device-forgotten = 该设备不再受信任，登录时将重新要求验证码。
notice-second-factor-required = 本网站要求您在登录时进行第二步验证，请设置验证器应用。
notice-second-step-gone = 请重新登录：输入验证码超时，或错误次数过多。
notice-recovery-code-used = { $left ->
    [0] 您已用完最后一个恢复代码。请生成新代码。
   *[other] 该代码不能再次使用。您还剩 { $left } 个代码。
}
notice-export-asked = 我们正在准备您的数据。准备好后，您会收到邮件。
notice-deletion-scheduled = 您已退出登录。您的账户即将被删除：{ $due }。在此之前，您可以登录并保留账户。
notice-account-deleted = 您的账户已删除。
notice-account-kept = 您的账户已保留。
notice-username-changed = 您的用户名现在是 { $username }。
notice-email-added = 我们已向 { $address } 发送含有链接的邮件。请打开链接以验证该地址。
notice-email-removed = 地址 { $address } 已从您的账号中移除。
notice-primary-email-changed = 账号相关邮件现在会发送到 { $address }。
notice-email-change-undone = 账号已归还给您，所有设备均已退出登录。请立即设置新密码。
notice-addresses-doubtful = 请再次验证最近几天添加的地址，并移除不属于您的地址。
notice-sign-in-required = 请登录后查看该页面。
notice-sign-in-again = 请再次输入密码以继续。
notice-not-allowed = 您的账号无权查看该页面。
notice-email-not-confirmed = 请先验证您的邮箱地址。
notice-session-revoked = 该浏览器已退出登录。
notice-sessions-revoked = 其他所有浏览器均已退出登录。
notice-link-invalid = 此链接无效。它可能不完整，或已被更新的链接取代。
notice-link-expired = 此链接已过期。请重新获取。
notice-link-used = 此链接已使用过。
notice-link-not-here = 此浏览器中已没有该页面对应的链接。请重新打开邮件中的链接。
notice-profile-saved = 您的个人资料已保存。
notice-invitation-sent = 给 { $address } 的邀请即将送达。
notice-invitation-revoked = 给 { $address } 的邀请已失效。
notice-invitation-accepted = 您已接受邀请。
notice-invitation-required = 在此注册账号需要邀请。
notice-invitation-invalid = 此邀请无效。它可能不完整、已撤回，或已被更新的邀请取代。
notice-invitation-expired = 此邀请已过期。请索取新的邀请。
notice-invitation-used = 此邀请已使用过。
notice-picture-saved = 您的头像已保存。
notice-picture-removed = 您的头像已移除。
