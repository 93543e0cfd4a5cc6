package org.zhixing.ledger.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.EditMapping;
import org.zhixing.ledger.rules.MappingDocument;
import org.zhixing.ledger.rules.MappingDocument.DateOrder;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping.Format;

/** A mapping as the administrator wants it. */
@Schema(name = "StatementMappingRequest")
public record MappingRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "通用格式")
        String name,

        @NotNull Format format,

        @NotNull
        @Schema(examples = "{\"SERIAL\": \"流水号\", \"AT\": \"交易时间\", \"MONEY_IN\": \"收入金额\", \"MONEY_OUT\": \"支出金额\"}")
        Map<StatementColumn, @NotBlank @Size(max = 100) String> columns,

        @Schema(description = "YEAR_FIRST where it is not said") @Nullable
        DateOrder dateOrder,

        @Schema(description = "Words of DIRECTION that mean money in") @Size(max = 20) @Nullable
        List<@NotBlank @Size(max = 20) String> inWords,

        @NotNull Boolean active) {

    EditMapping.Wish wish() {
        MappingDocument document = new MappingDocument(
                columns, dateOrder == null ? DateOrder.YEAR_FIRST : dateOrder, inWords == null ? List.of() : inWords);
        return new EditMapping.Wish(name.strip(), format, document, active);
    }
}
