package org.zhixing.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.ledger.rules.MappingDocument.DateOrder;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementMapping.Format;

/** How a bank writes its statement. */
@Schema(name = "StatementMapping")
public record MappingView(
        UUID id,
        @Schema(examples = "通用格式") String name,
        Format format,

        @Schema(
                description = "The words of the header by what they stand for; of CAMT053 the standard knows them",
                examples = "{\"SERIAL\": \"流水号\", \"AT\": \"交易时间\"}")
        Map<StatementColumn, String> columns,

        @Schema(description = "How a date is written whose year does not stand first")
        DateOrder dateOrder,

        @Schema(description = "Words of DIRECTION that mean money in", examples = "[\"贷\"]")
        List<String> inWords,

        @Schema(description = "Only an active one recognises files by their header")
        boolean active,

        int version) {

    static MappingView from(StatementMapping m) {
        return new MappingView(
                m.id(),
                m.name(),
                m.format(),
                new TreeMap<>(m.document().columns()),
                m.document().dateOrder(),
                m.document().inWords(),
                m.active(),
                m.version());
    }
}
