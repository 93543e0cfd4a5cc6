package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperText;
import org.zhixing.platform.Messages;
import org.zhixing.signing.rules.Signature;
import org.zhixing.triage.rules.Transfer;

/** 快执案件转普执审批表: what the president in charge signs by approving a transfer (clause 一(一)), filled from what was asked. */
@ApplicationScoped
class TransferPaper {
    private static final String KIND = "TRANSFER_APPROVAL";
    private static final String NOTICES = "messages/notices";

    private final Papers papers;
    private final WritePaper writing;
    private final SignPaper signing;
    private final Names names;
    private final Messages messages;

    TransferPaper(Papers papers, WritePaper writing, SignPaper signing, Names names, Messages messages) {
        this.papers = papers;
        this.writing = writing;
        this.signing = signing;
        this.names = names;
        this.messages = messages;
    }

    /** Within the transaction that holds the case: drafted, numbered, signed and in the e-file at once. */
    Uni<UUID> signed(SqlConnection tx, Actor president, EnforcementCase of, Transfer asked, Signature.Login login) {
        return names.of(asked.courtId())
                .map(known ->
                        known.getOrDefault(asked.askedBy(), Names.Known.NOBODY).name())
                .chain(asker -> writing.draft(tx, president, of, new WritePaper.Wish(KIND, null, fields(asked, asker))))
                .call(draft ->
                        signing.fixAndSign(tx, president, new PaperDesk.Locked(draft, of, papers.kind(KIND)), login))
                .map(Paper::id);
    }

    private Map<String, String> fields(Transfer asked, String asker) {
        String matter = "由" + word(asked.fromTeam()) + "转" + word(asked.toTeam()) + "办理（" + asker + "于"
                + PaperText.date(asked.askedOn()) + "申请，立案后可申请至" + PaperText.date(asked.lastDay()) + "）";
        return Map.of("MATTER", matter, "REASON", asked.reason());
    }

    private String word(Team team) {
        return messages.text(NOTICES, "team." + team.name(), Locale.SIMPLIFIED_CHINESE);
    }
}
