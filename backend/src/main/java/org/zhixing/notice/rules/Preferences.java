package org.zhixing.notice.rules;

import org.jspecify.annotations.Nullable;

/** What a person chose. The inbox is no choice: every notice is in it. */
public record Preferences(@Nullable String emailAddress, EmailMode email, WebhookMode webhook) {

    /** Of somebody who chose nothing: the digest, as soon as there is an address. */
    public static final Preferences NONE = new Preferences(null, EmailMode.DIGEST, WebhookMode.OFF);

    /** What becomes of the choice within what the court allows; OFF without an address. */
    public EmailMode email(ChannelSettings court) {
        if (!court.emailEnabled() || emailAddress == null) {
            return EmailMode.OFF;
        }
        return court.emailMandatory() && email == EmailMode.OFF ? EmailMode.DIGEST : email;
    }

    public WebhookMode webhook(ChannelSettings court) {
        return court.webhookEnabled() ? webhook : WebhookMode.OFF;
    }
}
