### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Dobrý deň!
mail-greeting-named = Dobrý deň, { $name }!
mail-footer = Tento e-mail poslal web { $app_name } na adresu { $email }.
mail-link-in-full = Ak tlačidlo nefunguje, skopírujte túto adresu do prehliadača:
mail-link-hours = Odkaz funguje len raz a platí { $hours ->
    [one] jednu hodinu.
    [few] { $hours } hodiny.
    [many] { $hours } hodiny.
   *[other] { $hours } hodín.
}
mail-link-minutes = Odkaz funguje len raz a platí { $minutes ->
    [one] jednu minútu.
    [few] { $minutes } minúty.
    [many] { $minutes } minúty.
   *[other] { $minutes } minút.
}
mail-link-days = Odkaz funguje len raz a platí { $days ->
    [one] jeden deň.
    [few] { $days } dni.
    [many] { $days } dňa.
   *[other] { $days } dní.
}
mail-at = Kedy: { $at }
mail-user-agent = Prehliadač: { $user_agent }
mail-address = IP adresa: { $address }
mail-was-you = Ak ste to boli vy, nemusíte nič robiť.
mail-not-you-undo = Ak ste to neboli vy, vezmite si účet späť. Tým sa odhlásia všetky zariadenia, vrátia sa posledné zmeny a budete si môcť nastaviť nové heslo.
mail-not-you-action = Toto nie je odo mňa
mail-not-you-reset = Ak ste to neboli vy, niekto možno pozná vaše heslo. Hneď si nastavte nové. Tým sa odhlásia aj všetky zariadenia.
mail-not-you-contact = Ak ste to neboli vy, niekto možno pozná vaše heslo. Oznámte to správcom webu.
mail-forgot-page-action = Nastaviť nové heslo

## registered

mail-registered-subject = Vitajte na webe { $app_name }
mail-registered-body = Ďakujeme, že ste si vytvorili účet na webe { $app_name }.
mail-registered-not-you = Ak ste si tento účet nevytvorili vy, tento e-mail si nevšímajte. Bez vášho potvrdenia sa adresa nepoužije.
mail-registered-not-you-open = Ak ste si tento účet nevytvorili vy, niekto omylom zadal vašu adresu. Tento e-mail si nemusíte všímať.

## already_registered

mail-already-registered-subject = Na webe { $app_name } už máte účet
mail-already-registered-body = Niekto, pravdepodobne vy, práve zadal túto adresu na webe { $app_name } pre účet. Už patrí k vášmu, preto sa nič nezmenilo. Stačí sa prihlásiť.
mail-already-registered-forgot = Zabudli ste heslo? Nastavte si nové.
mail-already-registered-not-you = Ak ste to neboli vy, tento e-mail si nemusíte všímať. Kto to skúsil, nezistil, že máte účet.

## confirm_email

mail-confirm-email-subject = Potvrďte e-mailovú adresu pre web { $app_name }
mail-confirm-body = Potvrďte, že táto e-mailová adresa patrí vám.
mail-confirm-action = Potvrdiť adresu
mail-confirm-not-you = Ak ste o tento e-mail nežiadali, nemusíte si ho všímať.

## forgot_password

mail-forgot-password-subject = Nové heslo pre web { $app_name }
mail-forgot-password-body = Niekto, dúfame, že vy, žiada o nové heslo k vášmu účtu na webe { $app_name }.
mail-forgot-password-action = Nastaviť nové heslo
mail-forgot-password-not-you = Ak ste to neboli vy, tento e-mail si nevšímajte. Heslo zostane nezmenené.

## password_changed

mail-password-changed-subject = Vaše heslo na webe { $app_name } bolo zmenené
mail-password-changed-body = Heslo vášho účtu na webe { $app_name } bolo zmenené.

## recovery_codes_made

mail-recovery-codes-made-subject = Nové kódy na obnovenie pre web { $app_name }
mail-recovery-codes-made-body = K vášmu účtu na webe { $app_name } boli vytvorené nové kódy na obnovenie. Doterajšími sa ešte istý čas dostanete späť do účtu.

## recovery_code_used

mail-recovery-code-used-subject = Na webe { $app_name } bol použitý kód na obnovenie
mail-recovery-code-used-body = Bol použitý jeden z kódov na obnovenie vášho účtu na webe { $app_name }.

## totp_added

mail-totp-added-subject = Na webe { $app_name } bola nastavená overovacia aplikácia
mail-totp-added-body = Pre váš účet na webe { $app_name } bola nastavená overovacia aplikácia. Odteraz sa pri prihlásení vyžaduje jej kód.

## totp_removed

mail-totp-removed-subject = Na webe { $app_name } bola odstránená overovacia aplikácia
mail-totp-removed-body = Z vášho účtu na webe { $app_name } bola odstránená overovacia aplikácia. Jej kódy už nefungujú.

## second_step_refused

mail-second-step-refused-subject = Niekto možno pozná vaše heslo na webe { $app_name }
mail-second-step-refused-body = Niekto prešiel prvým krokom prihlásenia do vášho účtu na webe { $app_name } a potom zadal niekoľko nesprávnych kódov. Dovnútra sa nedostal.

## second_step_reset

mail-second-step-reset-subject = Druhý krok prihlásenia na webe { $app_name } sa obnovuje
mail-second-step-reset-body = Správca odstraňuje overovacie aplikácie z vášho účtu na webe { $app_name }. Ak svoju aplikáciu ešte máte, prihláste sa ňou a odstránenie sa zruší.
mail-second-step-reset-due = Od { $due } na prihlásenie stačí heslo.

## username_changed

mail-username-changed-subject = Vaše používateľské meno na webe { $app_name } bolo zmenené
mail-username-changed-body = Používateľské meno vášho účtu na webe { $app_name } je teraz { $username }.

## email_added

mail-email-added-subject = Nová adresa pre váš účet na webe { $app_name }
mail-email-added-body = { $address } je zadaná ako nová adresa pre váš účet na webe { $app_name }. Používať sa bude dať po potvrdení.

## email_confirmed

mail-email-confirmed-subject = Adresa vášho účtu na webe { $app_name } je potvrdená
mail-email-confirmed-body = { $address } je potvrdená a dá sa už používať pre váš účet na webe { $app_name }.

## email_removed

mail-email-removed-subject = Z vášho účtu na webe { $app_name } bola odstránená adresa
mail-email-removed-body = Adresa { $address } bola odstránená z vášho účtu na webe { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Adresa vášho účtu na webe { $app_name } bola zmenená
mail-primary-email-changed-body = E-maily o vašom účte na webe { $app_name } budú odteraz chodiť na adresu { $address }.

## new_sign_in

mail-new-sign-in-subject = Nové prihlásenie na webe { $app_name }
mail-new-sign-in-body = Váš účet na webe { $app_name } bol použitý na zariadení, ktoré sme doteraz nepoznali.

## session_revoked

mail-session-revoked-subject = Odhlásili sme jedno z vašich zariadení z webu { $app_name }
mail-session-revoked-body = Niekto použil starú kópiu prihlásenia jedného z vašich zariadení. Mohla to byť obnovená záloha, ale aj krádež, preto sme toto zariadenie z webu { $app_name } odhlásili.
mail-session-revoked-advice = Vaše heslo na to nebolo použité. Môžete sa znova prihlásiť:
mail-session-revoked-reset = Ak tomuto zariadeniu už nedôverujete, nastavte si aj nové heslo. Tým sa odhlásia všetky zariadenia.

## account_deleted

mail-unexpected-contact = Ak ste to nečakali, oznámte to správcom webu.
mail-account-deleted-subject = Váš účet na webe { $app_name } bol odstránený
mail-account-deleted-body = Váš účet na webe { $app_name } bol odstránený so všetkým, čo k nemu patrilo. Ďalšie e-maily o ňom už nedostanete.

## deletion_scheduled

mail-deletion-scheduled-subject = Váš účet na webe { $app_name } bude odstránený
mail-deletion-scheduled-body = Váš účet na webe { $app_name } bude odstránený so všetkým, čo k nemu patrí: { $due }.
mail-deletion-scheduled-until = Chcete si ho ponechať? Prihláste sa dovtedy:

## deletion_cancelled

mail-deletion-cancelled-subject = Váš účet na webe { $app_name } zostáva
mail-deletion-cancelled-body = Váš účet na webe { $app_name } mal byť odstránený. Odstránenie bolo zrušené: všetko zostáva tak, ako je.

## export_ready

mail-export-ready-subject = Vaše údaje z { $app_name } sú pripravené
mail-export-ready-body = Údaje, o ktoré ste požiadali v { $app_name }, sú pripravené. Prihláste sa a stiahnite si ich.

## invite

mail-invite-subject = Máte pozvánku na web { $app_name }
mail-invite-body = Máte pozvánku na web { $app_name }.
mail-invite-body-by = { $inviter } vás pozýva na web { $app_name }.
mail-invite-action = Prijať pozvánku
mail-invite-not-you = Ak neviete, o čo ide, tento e-mail si nemusíte všímať. Bez vás sa nič nevytvorí.
