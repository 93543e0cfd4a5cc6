package org.zhixing.platform.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Comma-separated text. */
final class CsvSheet implements Sheet {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** Lenient about quotation marks in the middle of a cell: one careless cell must not lose the file. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    private final Charset charset;
    private final Text text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line;

    private CsvSheet(Charset charset, Text text) throws IOException {
        this.charset = charset;
        this.text = text;
        this.parser = FORMAT.parse(text);
        this.records = parser.iterator();
    }

    static CsvSheet open(Path file) throws IOException {
        Charset charset = Encodings.of(file);
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), BYTE_ORDER_MARK.length);
        if (charset.equals(StandardCharsets.UTF_8)) {
            skipMark(in);
        }
        return new CsvSheet(charset, new Text(new InputStreamReader(in, charset)));
    }

    private static void skipMark(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!java.util.Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.unread(start);
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        text.line = line + 1;
        text.sinceRow = 0;
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            int start = (int) line + 1;
            line = Math.max(parser.getCurrentLineNumber(), line + 1);
            return new SheetRow(start, cells(record));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private static List<String> cells(CSVRecord record) {
        int size = Math.min(record.size(), Limits.CELLS);
        List<String> cells = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cells.add(record.get(i));
        }
        return cells;
    }

    @Override
    public String encoding() {
        return charset.name();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Counts what is read for one row, and takes out what a database does not take. */
    private static final class Text extends FilterReader {
        private long line;
        private long sinceRow;

        Text(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int from, int most) throws IOException {
            if (sinceRow > Limits.ROW_CHARACTERS) {
                throw new SheetRefused(
                        SheetFault.ROW_TOO_LONG, Long.toString(line), Integer.toString(Limits.ROW_CHARACTERS));
            }
            int read = super.read(buffer, from, most);
            sinceRow += Math.max(read, 0);
            CellCharacters.replaceNul(buffer, from, read);
            return read;
        }
    }
}
