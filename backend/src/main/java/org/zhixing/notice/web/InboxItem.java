package org.zhixing.notice.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.Sentences;
import org.zhixing.notice.rules.Notice;

/** A notice as its reader sees it. */
@Schema(name = "InboxItem")
public record InboxItem(
        UUID id,

        @Schema(description = "What it is about", examples = "node.overdue")
        String kind,

        @Schema(examples = "首次约谈已超期 5 天：(2022)豫0505执22号") String title,

        String body,
        @Nullable Link link,

        @Schema(description = "Court date it belongs to, in Asia/Shanghai")
        LocalDate forDay,

        Instant createdAt,
        @Nullable Instant readAt) {

    /** Where to go from it. */
    @Schema(name = "InboxLink")
    public record Link(UUID caseId, @Nullable UUID nodeId) {
        static @Nullable Link from(Notice notice) {
            UUID caseId = notice.caseId();
            return caseId == null ? null : new Link(caseId, notice.nodeId());
        }
    }

    static InboxItem from(Notice notice, Sentences sentences, Locale locale) {
        return new InboxItem(
                notice.id(),
                notice.topic(),
                sentences.title(notice, locale),
                sentences.body(notice, locale),
                Link.from(notice),
                notice.forDay(),
                notice.createdAt(),
                notice.readAt());
    }
}
