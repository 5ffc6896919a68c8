### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = 您好：
mail-greeting-named = { $name }，您好：
mail-footer = { $app_name } 将此邮件发送至 { $email }。
mail-link-in-full = 如果按钮无法使用，请将此地址复制到浏览器中打开：
mail-link-hours = 链接仅可使用一次，{ $hours } 小时内有效。
mail-link-minutes = 链接仅可使用一次，{ $minutes } 分钟内有效。
mail-link-days = 链接仅可使用一次，{ $days } 天内有效。
mail-at = 时间：{ $at }
mail-user-agent = 浏览器：{ $user_agent }
mail-address = IP 地址：{ $address }
mail-was-you = 如果是您本人操作，则无需处理。
mail-not-you-undo = 如果不是您本人操作，请取回您的账号。所有设备会随之退出登录，最近的更改会被撤销，您可以设置新密码。
mail-not-you-action = 不是我操作的
mail-not-you-reset = 如果不是您本人操作，可能有人知道了您的密码。请立即设置新密码，所有设备也会随之退出登录。
mail-not-you-contact = 如果不是您本人操作，可能有人知道了您的密码。请告知网站管理方。
mail-forgot-page-action = 设置新密码

## registered

mail-registered-subject = 欢迎来到 { $app_name }
mail-registered-body = 感谢您在 { $app_name } 注册账号。
mail-registered-not-you = 如果您没有注册此账号，请忽略此邮件。未经您验证，该地址不会被使用。
mail-registered-not-you-open = 如果您没有注册此账号，说明有人误填了您的地址。您可以忽略此邮件。

## already_registered

mail-already-registered-subject = 您在 { $app_name } 已有账号
mail-already-registered-body = 有人（很可能是您本人）刚刚想在 { $app_name } 将此地址用于一个账号。它已属于您的账号，因此没有任何更改。直接登录即可。
mail-already-registered-forgot = 忘记密码？请设置新密码。
mail-already-registered-not-you = 如果不是您本人操作，可以忽略此邮件。尝试注册的人并不知道您已有账号。

## confirm_email

mail-confirm-email-subject = 请验证您在 { $app_name } 的邮箱地址
mail-confirm-body = 请确认此邮箱地址属于您。
mail-confirm-action = 验证邮箱地址
mail-confirm-not-you = 如果您没有要求发送此邮件，可以忽略它。

## forgot_password

mail-forgot-password-subject = 设置您在 { $app_name } 的新密码
mail-forgot-password-body = 有人（希望是您本人）请求为您在 { $app_name } 的账号设置新密码。
mail-forgot-password-action = 设置新密码
mail-forgot-password-not-you = 如果不是您本人操作，请忽略此邮件。您的密码不会改变。

## password_changed

mail-password-changed-subject = 您在 { $app_name } 的密码已修改
mail-password-changed-body = 您在 { $app_name } 的账号密码已修改。

## recovery_codes_made

mail-recovery-codes-made-subject = 您在 { $app_name } 的新恢复代码
mail-recovery-codes-made-body = 您在 { $app_name } 的账号已生成新的恢复代码。之前的代码在一段时间内仍可用来找回账号。

## recovery_code_used

mail-recovery-code-used-subject = 您在 { $app_name } 的一个恢复代码已被使用
mail-recovery-code-used-body = 您在 { $app_name } 的账号有一个恢复代码已被使用。

## totp_added

mail-totp-added-subject = 您的 { $app_name } 账号已设置验证器应用
mail-totp-added-body = 您在 { $app_name } 的账号已设置验证器应用。今后登录时需要输入其中的验证码。

## totp_removed

mail-totp-removed-subject = 您的 { $app_name } 账号已移除验证器应用
mail-totp-removed-body = 您在 { $app_name } 的账号已移除一个验证器应用，其验证码已失效。

## second_step_refused

mail-second-step-refused-subject = 可能有人知道您的 { $app_name } 密码
mail-second-step-refused-body = 有人通过了您在 { $app_name } 的账号的第一步登录验证，随后多次输入错误的验证码，但未能登录。

## second_step_reset

mail-second-step-reset-subject = 您在 { $app_name } 的第二步验证即将重置
mail-second-step-reset-body = 管理员正在移除您在 { $app_name } 的账号的验证器应用。如果您仍有该应用，请用它登录，即可取消此操作。
mail-second-step-reset-due = 自 { $due } 起，仅凭密码即可登录。

## username_changed

mail-username-changed-subject = 您在 { $app_name } 的用户名已修改
mail-username-changed-body = 您在 { $app_name } 的账号用户名现在是 { $username }。

## email_added

mail-email-added-subject = 您在 { $app_name } 的账号有一个新地址
mail-email-added-body = { $address } 已被填写为您在 { $app_name } 的账号的新地址。验证后即可使用。

## email_confirmed

mail-email-confirmed-subject = 您在 { $app_name } 的账号有一个地址已验证
mail-email-confirmed-body = { $address } 已验证，现在可用于您在 { $app_name } 的账号。

## email_removed

mail-email-removed-subject = 您在 { $app_name } 的账号移除了一个地址
mail-email-removed-body = 地址 { $address } 已从您在 { $app_name } 的账号中移除。

## primary_email_changed

mail-primary-email-changed-subject = 您在 { $app_name } 的账号地址已更换
mail-primary-email-changed-body = 您在 { $app_name } 的账号相关邮件现在会发送到 { $address }。

## new_sign_in

mail-new-sign-in-subject = { $app_name } 有新的登录
mail-new-sign-in-body = 您在 { $app_name } 的账号在一台新设备上使用过，我们此前未见过该设备。

## session_revoked

mail-session-revoked-subject = 您的一台设备已退出 { $app_name }
mail-session-revoked-body = 有人使用了您某台设备登录状态的旧副本。这可能是恢复了备份，也可能是被盗用，因此我们已让该设备退出 { $app_name }。
mail-session-revoked-advice = 此过程没有用到您的密码。您可以重新登录：
mail-session-revoked-reset = 如果您不再信任该设备，请同时设置新密码。所有设备都会随之退出登录。

## account_deleted

mail-unexpected-contact = 如果您对此感到意外，请告知网站管理方。
mail-account-deleted-subject = 您在 { $app_name } 的账号已删除
mail-account-deleted-body = 您在 { $app_name } 的账号及其全部内容已删除。您不会再收到与其有关的邮件。

## deletion_scheduled

mail-deletion-scheduled-subject = 您在 { $app_name } 的账号即将删除
mail-deletion-scheduled-body = 您在 { $app_name } 的账号及其全部内容将于以下时间删除：{ $due }。
mail-deletion-scheduled-until = 想保留账户吗？请在此之前登录：

## deletion_cancelled

mail-deletion-cancelled-subject = 您在 { $app_name } 的账号将保留
mail-deletion-cancelled-body = 您在 { $app_name } 的账号原定删除，现已取消：一切保持不变。

## export_ready

mail-export-ready-subject = 您在 { $app_name } 的数据已准备好
mail-export-ready-body = 您向 { $app_name } 申请的数据已准备好。请登录后下载。

## invite

mail-invite-subject = 邀请您加入 { $app_name }
mail-invite-body = 您受邀加入 { $app_name }。
mail-invite-body-by = { $inviter } 邀请您加入 { $app_name }。
mail-invite-action = 接受邀请
mail-invite-not-you = 如果您不清楚这是怎么回事，可以忽略此邮件。未经您操作，不会创建任何内容。
