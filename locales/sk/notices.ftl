### One-time messages at the top of the next page.

notice-registered-confirm = Takmer hotovo! Poslali sme vám e-mail s odkazom. Otvorte ho a potvrďte tak svoju adresu.
notice-registered = Účet je pripravený. Môžete sa prihlásiť.
notice-email-confirmed = E-mailová adresa je potvrdená.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Ak túto adresu ešte treba potvrdiť, e-mail s novým odkazom je už na ceste. Pozrite sa aj do spamu.
notice-signed-in = Prihlásenie prebehlo úspešne.
notice-signed-out = Odhlásenie prebehlo úspešne.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Ak k tejto adrese patrí účet, e-mail s odkazom je už na ceste. Pozrite sa aj do spamu.
notice-password-reset = Nové heslo je uložené.
notice-password-changed = Heslo je zmenené. Všetky ostatné zariadenia sú odhlásené.
notice-totp-added = Overovacia aplikácia je nastavená. Odteraz si pri prihlásení vypýtame jej kód.
notice-totp-renamed = Názov je uložený.
notice-totp-removed = Aplikácia je odstránená. Jej kódy už nefungujú.
notice-device-forgotten = Zariadenie už nie je dôveryhodné. Znova si na ňom vypýtame kód.
notice-second-factor-required = Tento web od vás pri prihlásení vyžaduje druhý krok. Nastavte si overovaciu aplikáciu.
notice-second-step-gone = Prihláste sa znova: zadanie kódu trvalo príliš dlho alebo bolo príliš veľa nesprávnych kódov.
notice-recovery-code-used = { $left ->
    [0] To bol váš posledný kód na obnovenie. Vytvorte si nové.
    [one] Tento kód sa už znova použiť nedá. Zostáva vám jeden.
    [few] Tento kód sa už znova použiť nedá. Zostávajú vám { $left }.
    [many] Tento kód sa už znova použiť nedá. Zostáva vám { $left }.
   *[other] Tento kód sa už znova použiť nedá. Zostáva vám { $left }.
}
notice-export-asked = Pripravujeme vaše údaje. Keď budú hotové, pošleme vám e-mail.
notice-deletion-scheduled = Ste odhlásení. Váš účet sa odstráni: { $due }. Dovtedy sa môžete prihlásiť a ponechať si ho.
notice-account-deleted = Váš účet je odstránený.
notice-account-kept = Váš účet zostáva.
notice-username-changed = Vaše používateľské meno je teraz { $username }.
notice-email-added = Na adresu { $address } sme poslali e-mail s odkazom. Otvorte ho a potvrďte tak túto adresu.
notice-email-removed = Adresa { $address } je odstránená z vášho účtu.
notice-primary-email-changed = E-maily o vašom účte budú odteraz chodiť na adresu { $address }.
notice-email-change-undone = Účet je znova váš a všetky zariadenia sú odhlásené. Teraz si nastavte nové heslo.
notice-addresses-doubtful = Potvrďte ešte raz adresy pridané v posledných dňoch a odstráňte tie, ktoré nie sú vaše.
notice-sign-in-required = Ak chcete vidieť túto stránku, prihláste sa.
notice-sign-in-again = Ak chcete pokračovať, zadajte ešte raz svoje heslo.
notice-not-allowed = Váš účet nemá prístup k tejto stránke.
notice-email-not-confirmed = Najprv potvrďte svoju e-mailovú adresu.
notice-session-revoked = Vybraný prehliadač je odhlásený.
notice-sessions-revoked = Všetky ostatné prehliadače sú odhlásené.
notice-link-invalid = Tento odkaz nefunguje. Môže byť neúplný alebo nahradený novším.
notice-link-expired = Platnosť tohto odkazu vypršala. Vyžiadajte si nový.
notice-link-used = Tento odkaz už bol použitý.
notice-link-not-here = Tento prehliadač už nemá odkaz k tejto stránke. Otvorte odkaz v e-maile znova.
notice-profile-saved = Profil je uložený.
notice-invitation-sent = Pozvánka na adresu { $address } je už na ceste.
notice-invitation-revoked = Pozvánka na adresu { $address } už neplatí.
notice-invitation-accepted = Pozvánka je prijatá.
notice-invitation-required = Na vytvorenie účtu tu potrebujete pozvánku.
notice-invitation-invalid = Táto pozvánka neplatí. Môže byť neúplná, stiahnutá alebo nahradená novšou.
notice-invitation-expired = Platnosť tejto pozvánky vypršala. Požiadajte o novú.
notice-invitation-used = Táto pozvánka už bola použitá.
notice-picture-saved = Fotka je uložená.
notice-picture-removed = Fotka je odstránená.
