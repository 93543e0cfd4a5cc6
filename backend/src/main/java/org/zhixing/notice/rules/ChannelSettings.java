package org.zhixing.notice.rules;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Which ways outside a court uses, and when. The webhook's secret is not here: only whether there is one.
 *
 * @param emailMandatory nobody may switch e-mail off; who tries gets the digest
 * @param digestAt time of day in Asia/Shanghai from which a working day's digests go out
 * @param quietOnRestDays nothing leaves on a rest day, nor before {@code digestAt} on a working day
 * @param version 0: the court has never set anything
 */
public record ChannelSettings(
        boolean emailEnabled,
        boolean emailMandatory,
        boolean webhookEnabled,
        @Nullable String webhookUrl,
        boolean webhookSecretSet,
        LocalTime digestAt,
        boolean quietOnRestDays,
        int version) {

    /** A court that has set nothing reaches people in their inboxes only. */
    public static final ChannelSettings NONE =
            new ChannelSettings(false, false, false, null, false, LocalTime.of(8, 0), true, 0);

    /**
     * Whether something may leave now (§3.2: notices belong to working days).
     *
     * @param now date and time in Asia/Shanghai
     * @param workday whether the court works on that date
     */
    public boolean mayLeave(LocalDateTime now, boolean workday) {
        return !quietOnRestDays || digestDue(now, workday);
    }

    /** Whether the digest of that date is due: on a working day, from its hour on, so that a late start makes it up. */
    public boolean digestDue(LocalDateTime now, boolean workday) {
        return workday && !now.toLocalTime().isBefore(digestAt);
    }
}
