package org.zhixing.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens a file by what it is, whatever its name says. */
public final class Sheets {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Sheets() {}

    /** @throws SheetRefused if it is neither text nor a workbook */
    public static Sheet open(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new SheetRefused(SheetFault.EMPTY);
        }
        if (Arrays.equals(start, ZIP)) {
            return XlsxSheet.open(file);
        }
        if (Arrays.equals(start, OLE)) {
            throw new SheetRefused(SheetFault.XLS);
        }
        return CsvSheet.open(file);
    }
}
