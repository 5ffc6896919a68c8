### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Merhaba,
mail-greeting-named = Merhaba { $name },
mail-footer = { $app_name } bu e-postayı { $email } adresine gönderdi.
mail-link-in-full = Düğme çalışmıyorsa bu adresi tarayıcınıza kopyalayın:
mail-link-hours = Bağlantı bir kez ve { $hours ->
    [one] bir saat
   *[other] { $hours } saat
} içinde kullanılabilir.
mail-link-minutes = Bağlantı bir kez ve { $minutes ->
    [one] bir dakika
   *[other] { $minutes } dakika
} içinde kullanılabilir.
mail-link-days = Bağlantı bir kez ve { $days ->
    [one] bir gün
   *[other] { $days } gün
} içinde kullanılabilir.
mail-at = Zaman: { $at }
mail-user-agent = Tarayıcı: { $user_agent }
mail-address = IP adresi: { $address }
mail-was-you = Bunu siz yaptıysanız bir şey yapmanız gerekmez.
mail-not-you-undo = Bunu siz yapmadıysanız hesabınızı geri alın. Bu işlem tüm cihazlarda oturumu kapatır, son değişiklikleri geri alır ve yeni bir parola belirlemenizi sağlar.
mail-not-you-action = Bunu ben yapmadım
mail-not-you-reset = Bunu siz yapmadıysanız biri parolanızı biliyor olabilir. Lütfen hemen yeni bir parola belirleyin. Bu işlem tüm cihazlarda oturumu da kapatır.
mail-not-you-contact = Bunu siz yapmadıysanız biri parolanızı biliyor olabilir. Lütfen site yöneticilerine haber verin.
mail-forgot-page-action = Yeni parola belirle

## registered

mail-registered-subject = { $app_name } sitesine hoş geldiniz
mail-registered-body = { $app_name } sitesinde hesap oluşturduğunuz için teşekkür ederiz.
mail-registered-not-you = Bu hesabı siz oluşturmadıysanız lütfen bu e-postayı dikkate almayın. Onayınız olmadan adres kullanılmaz.
mail-registered-not-you-open = Bu hesabı siz oluşturmadıysanız biri adresinizi yanlışlıkla girmiştir. Bu e-postayı dikkate almayabilirsiniz.

## already_registered

mail-already-registered-subject = { $app_name } sitesinde zaten hesabınız var
mail-already-registered-body = Biri, büyük olasılıkla siz, az önce { $app_name } sitesinde bu adresi bir hesap için kullanmak istedi. Adres zaten sizin hesabınıza ait olduğu için hiçbir şey değiştirilmedi. Doğrudan oturum açabilirsiniz.
mail-already-registered-forgot = Parolanızı mı unuttunuz? O zaman yeni bir parola belirleyin.
mail-already-registered-not-you = Bunu siz yapmadıysanız bu e-postayı dikkate almayabilirsiniz. Deneyen kişi, hesabınız olduğunu öğrenmedi.

## confirm_email

mail-confirm-email-subject = Lütfen { $app_name } için e-posta adresinizi onaylayın
mail-confirm-body = Lütfen bu e-posta adresinin size ait olduğunu onaylayın.
mail-confirm-action = E-posta adresini onayla
mail-confirm-not-you = Bu e-postayı siz istemediyseniz dikkate almayabilirsiniz.

## forgot_password

mail-forgot-password-subject = { $app_name } için yeni bir parola belirleyin
mail-forgot-password-body = Biri, umarız siz, { $app_name } hesabınız için yeni bir parola istedi.
mail-forgot-password-action = Yeni parola belirle
mail-forgot-password-not-you = Bunu siz yapmadıysanız lütfen bu e-postayı dikkate almayın. Parolanız aynı kalır.

## password_changed

mail-password-changed-subject = { $app_name } parolanız değiştirildi
mail-password-changed-body = { $app_name } hesabınızın parolası değiştirildi.

## recovery_codes_made

mail-recovery-codes-made-subject = { $app_name } için yeni kurtarma kodları
mail-recovery-codes-made-body = { $app_name } hesabınız için yeni kurtarma kodları oluşturuldu. Öncekilerle bir süre daha hesabınıza dönebilirsiniz.

## recovery_code_used

mail-recovery-code-used-subject = { $app_name } için bir kurtarma kodu kullanıldı
mail-recovery-code-used-body = { $app_name } hesabınızın kurtarma kodlarından biri kullanıldı.

## totp_added

mail-totp-added-subject = { $app_name } için bir kimlik doğrulama uygulaması kuruldu
mail-totp-added-body = { $app_name } hesabınız için bir kimlik doğrulama uygulaması kuruldu. Bundan sonra oturum açarken kodu istenir.

## totp_removed

mail-totp-removed-subject = { $app_name } için bir kimlik doğrulama uygulaması kaldırıldı
mail-totp-removed-body = { $app_name } hesabınızdan bir kimlik doğrulama uygulaması kaldırıldı. Kodları artık geçersiz.

## second_step_refused

mail-second-step-refused-subject = Birisi { $app_name } parolanızı biliyor olabilir
mail-second-step-refused-body = Birisi { $app_name } hesabınızda oturum açmanın ilk adımını geçti ve ardından birkaç yanlış kod girdi. İçeri giremedi.

## second_step_reset

mail-second-step-reset-subject = { $app_name } için ikinci adımınız sıfırlanıyor
mail-second-step-reset-body = Bir yönetici { $app_name } hesabınızdaki kimlik doğrulama uygulamalarını kaldırıyor. Uygulamanız hâlâ sizdeyse onunla oturum açın; bu işlem iptal olur.
mail-second-step-reset-due = { $due } tarihinden itibaren oturum açmak için parolanız yeterli olacak.

## username_changed

mail-username-changed-subject = { $app_name } kullanıcı adınız değiştirildi
mail-username-changed-body = { $app_name } hesabınızın kullanıcı adı artık { $username }.

## email_added

mail-email-added-subject = { $app_name } hesabınız için yeni bir adres
mail-email-added-body = { $address }, { $app_name } hesabınız için yeni adres olarak girildi. Onaylandıktan sonra kullanılabilir.

## email_confirmed

mail-email-confirmed-subject = { $app_name } hesabınızın bir adresi onaylandı
mail-email-confirmed-body = { $address } onaylandı ve artık { $app_name } hesabınız için kullanılabilir.

## email_removed

mail-email-removed-subject = { $app_name } hesabınızdan bir adres kaldırıldı
mail-email-removed-body = { $address } adresi { $app_name } hesabınızdan kaldırıldı.

## primary_email_changed

mail-primary-email-changed-subject = { $app_name } hesabınızın adresi değiştirildi
mail-primary-email-changed-body = { $app_name } hesabınızla ilgili e-postalar artık { $address } adresine gönderilecek.

## new_sign_in

mail-new-sign-in-subject = { $app_name } hesabınızda yeni oturum
mail-new-sign-in-body = { $app_name } hesabınız, daha önce görmediğimiz bir cihazda kullanıldı.

## session_revoked

mail-session-revoked-subject = Bir cihazınızda { $app_name } oturumunu kapattık
mail-session-revoked-body = Biri, cihazlarınızdan birindeki oturumun eski bir kopyasını kullandı. Bu, geri yüklenmiş bir yedek olabileceği gibi hırsızlık da olabilir. Bu nedenle o cihazdaki { $app_name } oturumunu kapattık.
mail-session-revoked-advice = Bunun için parolanız kullanılmadı. Yeniden oturum açabilirsiniz:
mail-session-revoked-reset = O cihaza artık güvenmiyorsanız lütfen yeni bir parola da belirleyin. Bu işlem tüm cihazlarda oturumu kapatır.

## account_deleted

mail-unexpected-contact = Bunu beklemiyorduysanız lütfen site yöneticilerine haber verin.
mail-account-deleted-subject = { $app_name } hesabınız silindi
mail-account-deleted-body = { $app_name } hesabınız, ona ait her şeyle birlikte silindi. Bu hesapla ilgili başka e-posta almayacaksınız.

## deletion_scheduled

mail-deletion-scheduled-subject = { $app_name } hesabınız silinecek
mail-deletion-scheduled-body = { $app_name } hesabınız, ona ait her şeyle birlikte silinecek: { $due }.
mail-deletion-scheduled-until = Hesabınızı korumak ister misiniz? Bundan önce oturum açın:

## deletion_cancelled

mail-deletion-cancelled-subject = { $app_name } hesabınız silinmeyecek
mail-deletion-cancelled-body = { $app_name } hesabınız silinecekti. Bundan vazgeçildi: her şey olduğu gibi kalıyor.

## export_ready

mail-export-ready-subject = { $app_name } verileriniz hazır
mail-export-ready-body = { $app_name } üzerinden istediğiniz veriler hazır. İndirmek için oturum açın.

## invite

mail-invite-subject = { $app_name } sitesine davet edildiniz
mail-invite-body = { $app_name } sitesine katılmaya davet edildiniz.
mail-invite-body-by = { $inviter } sizi { $app_name } sitesine katılmaya davet ediyor.
mail-invite-action = Daveti kabul et
mail-invite-not-you = Bunun neyle ilgili olduğunu bilmiyorsanız bu e-postayı dikkate almayabilirsiniz. Siz olmadan hiçbir şey oluşturulmaz.
