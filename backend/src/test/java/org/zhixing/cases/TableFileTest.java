package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhixing.cases.Registers.row;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RefusedFile;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.cases.rules.SheetKind;

class TableFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static List<ImportLine> read(Path file) throws IOException {
        try (TableFile register = TableFile.open(file, SheetKind.REGISTER)) {
            List<ImportLine> all = new ArrayList<>();
            List<ImportLine> some = register.next(3);
            while (!some.isEmpty()) {
                all.addAll(some);
                some = register.next(3);
            }
            return all;
        }
    }

    private static Reason refusal(Path file) {
        try {
            read(file);
        } catch (RefusedFile refused) {
            return refused.reason();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not refused");
    }

    @ParameterizedTest
    @CsvSource({"register-2022.csv, UTF-8, 240", "register-2022-gb18030.csv, GB18030, 40", "register-bad.csv, UTF-8, 11"
    })
    void readsTheSamplesAndTellsTheirEncoding(String name, String encoding, int rows) throws IOException {
        Path file = Registers.SAMPLES.resolve(name);
        List<ImportLine> lines = read(file);
        assertThat(lines).hasSize(rows);
        assertThat(lines.get(0).values()).containsKey("案号");
        assertThat(lines.get(rows - 1).row()).isEqualTo(rows);
        assertThat(lines.get(rows - 1).line()).isEqualTo(rows + 1);
        try (TableFile register = TableFile.open(file, SheetKind.REGISTER)) {
            assertThat(register.encoding()).isEqualTo(encoding);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, '', UTF-8", "UTF-8, '\uFEFF', UTF-8", "GB18030, '', GB18030"})
    void readsEveryEncodingOfCsv(String charset, String mark, String told) throws IOException {
        Map<String, String> given = row("(2022)豫0505执1号", "申请执行人", "𠮷某、王某", "案由", "一,二\"三\"\n四");
        Path file = Registers.file(mark + Registers.csv(given), Charset.forName(charset));
        assertThat(read(file)).singleElement().satisfies(line -> assertThat(line.values())
                .isEqualTo(given));
        try (TableFile register = TableFile.open(file, SheetKind.REGISTER)) {
            assertThat(register.encoding()).isEqualTo(told);
        }
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        String text =
                Registers.csv(row("(2022)豫0505执1号"), row("(2022)豫0505执2号", "案由", "一\n二\n三"), row("(2022)豫0505执3号"));
        String withBlanks =
                text.replace("(2022)豫0505执3号", "\n,,,,\n(2022)豫0505执3号").stripTrailing();
        assertThat(read(Registers.file(withBlanks, GB18030)))
                .extracting(ImportLine::row, ImportLine::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 2),
                        org.assertj.core.groups.Tuple.tuple(2, 3),
                        org.assertj.core.groups.Tuple.tuple(3, 8));
        assertThat(read(Registers.file(withBlanks.replace("\n", "\r\n"), StandardCharsets.UTF_8)))
                .extracting(ImportLine::line)
                .containsExactly(2, 3, 8);
    }

    @Test
    void skipsToWhereItStopped() throws IOException {
        try (TableFile register = TableFile.open(Registers.SAMPLES.resolve("register-2022.csv"), SheetKind.REGISTER)) {
            assertThat(register.skip(230)).isEqualTo(230);
            assertThat(register.next(500)).hasSize(10).first().satisfies(line -> assertThat(line.row())
                    .isEqualTo(231));
            assertThat(register.skip(5)).isZero();
        }
    }

    @Test
    void takesColumnsInAnyOrderAndPassesOverItsOwn() throws IOException {
        List<String> headers = new ArrayList<>(RegisterColumn.headers());
        java.util.Collections.reverse(headers);
        headers.add(3, "备注");
        Map<String, String> given = row("(2022)豫0505执1号", "备注", "加急");
        Path file = Registers.file(Registers.csv(headers, List.of(given)), StandardCharsets.UTF_8);
        assertThat(read(file).get(0).values())
                .hasSize(RegisterColumn.headers().size())
                .containsEntry("案号", "(2022)豫0505执1号");
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        assertThat(refusal(Registers.file("", GB18030)).code()).isEqualTo(ReasonCode.FILE_EMPTY);
        assertThat(refusal(Registers.file("\n \n", GB18030)).code()).isEqualTo(ReasonCode.FILE_EMPTY);
        assertThat(refusal(Registers.file("案号,案由\n", GB18030)))
                .satisfies(r -> assertThat(r.code()).isEqualTo(ReasonCode.COLUMNS_MISSING))
                .satisfies(r -> assertThat(r.params().get(0)).startsWith("案件类型、立案日期"));
        assertThat(refusal(Files.write(Registers.file("", GB18030), new byte[] {'a', (byte) 0xFF, (byte) 0xFF}))
                        .code())
                .isEqualTo(ReasonCode.FILE_ENCODING);
        assertThat(refusal(Files.write(
                                Registers.file("", GB18030),
                                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
                        .code())
                .isEqualTo(ReasonCode.FILE_XLS);
        assertThat(refusal(Files.write(Registers.file("", GB18030), new byte[] {'P', 'K', 3, 4, 1, 2}))
                        .code())
                .isEqualTo(ReasonCode.FILE_BROKEN);
    }

    @Test
    void stopsAtAQuotationMarkThatIsNeverClosed() throws IOException {
        String text = Registers.csv(row("(2022)豫0505执1号")) + "(2022)豫0505执2号,\"首次" + "执".repeat(300_000);
        assertThat(refusal(Registers.file(text, StandardCharsets.UTF_8)))
                .isEqualTo(Reason.of(ReasonCode.FILE_ROW_TOO_LONG, "3", "100000"));
    }

    @Test
    void keepsNoCharacterThatADatabaseRefuses() throws IOException {
        Path file = Registers.file(Registers.csv(row("(2022)豫0505执1号", "案由", "借\0贷")), StandardCharsets.UTF_8);
        assertThat(read(file).get(0).values()).containsEntry("案由", "借\u0001贷");
    }

    @Test
    void readsAWorkbookAsPeopleSeeIt() throws IOException {
        Path file = Registers.workbook(sheet -> {
            header(sheet);
            Map<String, String> given = row("(2022)豫0505执1号", "案由", "=HYPERLINK(\"x\")");
            fill(sheet, 1, given);
            sheet.value(1, 2, LocalDate.of(2022, 3, 1));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 4, 99999.99);
            fill(sheet, 4, row("(2022)豫0505执2号"));
            sheet.value(4, 2, LocalDate.of(2022, 3, 2));
            sheet.style(4, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(4, 4, new BigDecimal("123456789012.5"));
            sheet.value(4, 14, 44621);
        });
        assertThat(read(file))
                .hasSize(2)
                .satisfiesExactly(
                        first -> {
                            assertThat(first.line()).isEqualTo(2);
                            assertThat(first.values())
                                    .containsEntry("立案日期", "2022-03-01")
                                    .containsEntry("执行标的额", "99999.99")
                                    .containsEntry("案由", "=HYPERLINK(\"x\")");
                        },
                        second -> {
                            assertThat(second.row()).isEqualTo(2);
                            assertThat(second.line()).isEqualTo(5);
                            assertThat(second.values())
                                    .containsEntry("立案日期", "2022-03-02")
                                    .containsEntry("执行标的额", "123456789012.5")
                                    .containsEntry("首次立案日期", "44621");
                        });
    }

    @Test
    void refusesAWorkbookThatUnpacksWithoutEnd() throws IOException {
        Path file = Files.createTempFile("bomb-", ".xlsx");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/"
                            + "relationships'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>"
                    .getBytes(StandardCharsets.UTF_8));
            byte[] filler = new byte[1 << 20];
            java.util.Arrays.fill(filler, (byte) 'x');
            for (int i = 0; i < 64; i++) {
                zip.write(filler);
            }
            zip.closeEntry();
        }
        assertThat(refusal(file).code()).isEqualTo(ReasonCode.FILE_ROW_TOO_LONG);
    }

    @Test
    void doesNotFollowAnAddressOutOfTheSheetNorAnEntity() throws IOException {
        Path file = Files.createTempFile("hostile-", ".xlsx");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                            + "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                            + "<sheets><sheet name='&e;' r:id='r1'/></sheets></workbook>");
        }
        assertThatThrownBy(() -> read(file)).isInstanceOf(RefusedFile.class);
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void header(Worksheet sheet) {
        List<String> headers = RegisterColumn.headers();
        for (int i = 0; i < headers.size(); i++) {
            sheet.value(0, i, headers.get(i));
        }
    }

    private static void fill(Worksheet sheet, int at, Map<String, String> row) {
        int column = 0;
        for (String value : row.values()) {
            sheet.value(at, column++, value);
        }
    }
}
