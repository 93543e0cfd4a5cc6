package org.zhixing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.zhixing.paper.pdf.PaperPdf;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.Variable;
import org.zhixing.platform.Json;

/** Every shipped template as a PDF, looked at by the validator of the archives and by a reader of text. */
class PaperPdfTest {
    private static final Instant MADE = Instant.parse("2022-11-01T01:02:03Z");

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<String> kinds() {
        return Stream.of(
                "ENFORCEMENT_NOTICE",
                "PROPERTY_REPORT_ORDER",
                "CONSUMPTION_LIMIT",
                "DISHONESTY_DECISION",
                "RULING_SEIZURE",
                "RULING_FREEZE",
                "RULING_AUCTION",
                "RULING_THIS_PROCEDURE",
                "RULING_TERMINATION",
                "DISPATCH_ORDER",
                "TASK_SLIP",
                "INTERVIEW_RECORD",
                "ENFORCEMENT_RECORD",
                "PANEL_RECORD",
                "DISBURSEMENT_APPROVAL",
                "SUPERVISION_SLIP",
                "TRANSFER_APPROVAL",
                "CLOSING_NOTICE",
                "FUNDS_RECEIPT");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isForTheArchiveAndReadsBackAsItWasWritten(String kind) throws Exception {
        Template template = Template.read(Json.resource("policy/papers/" + kind + ".txt"));
        assertThat(template.faults()).isEmpty();
        byte[] pdf = new PaperPdf().pages("执行文书 <&>", template.fill(values(template)), MADE);
        assertThat(faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (Variable variable : template.variables()) {
                assertThat(text).contains("〔" + variable.word() + "〕殷");
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void aLongRecordGoesOnOverItsPages() throws IOException, VeraPDFException {
        Template template = Template.read("# 笔录\n| 记录 | {记录} |\n{理由}");
        String record = "问：是否有能力履行？答：暂时没有。".repeat(220);
        byte[] pdf = new PaperPdf()
                .pages("笔录", template.fill(Map.of(Variable.RECORD, record, Variable.REASON, record)), MADE);
        assertThat(faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(6);
            String text = new PDFTextStripper().getText(document).replaceAll("—\\s\\d+\\s/\\s\\d+\\s—|\\s", "");
            assertThat(text.split("问：是否有能力履行？答：暂时没有。", -1)).hasSizeGreaterThan(430);
        }
    }

    private static Map<Variable, String> values(Template template) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        template.variables().forEach(v -> values.put(v, "〔" + v.word() + "〕殷都区 Abc 1,234.50元"));
        return values;
    }

    private static List<String> faults(byte[] pdf) throws IOException, VeraPDFException {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(each -> each.getRuleId() + " " + each.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
