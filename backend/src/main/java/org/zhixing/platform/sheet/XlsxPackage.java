package org.zhixing.platform.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook; each is read as a stream, without external entities, up to a limit of its unpacked size. */
final class XlsxPackage implements Closeable {
    private final ZipFile zip;

    private XlsxPackage(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxPackage open(Path file) throws IOException {
        try {
            return new XlsxPackage(new ZipFile(file.toFile()));
        } catch (ZipException damaged) {
            throw new SheetRefused(SheetFault.BROKEN);
        }
    }

    /** The part, null where the workbook has none of that name. */
    @Nullable
    XMLStreamReader part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        if (entry == null) {
            return null;
        }
        try {
            return Xml.reader(new Limited(zip.getInputStream(entry)));
        } catch (XMLStreamException damaged) {
            throw refused(damaged);
        }
    }

    /** What a part that is not there or cannot be read means. */
    static SheetRefused refused(XMLStreamException damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
        }
        Throwable nested = damaged.getNestedException();
        return nested instanceof SheetRefused refused ? refused : new SheetRefused(SheetFault.BROKEN);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A few kilobytes may unpack to terabytes; this stops in time. */
    private static final class Limited extends FilterInputStream {
        private long left = (long) Limits.PART_MEBIBYTES << 20;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read;
            try {
                read = super.read(buffer, from, most);
            } catch (ZipException | java.io.EOFException damaged) {
                throw new SheetRefused(SheetFault.BROKEN);
            }
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new SheetRefused(SheetFault.UNPACKS_TOO_LARGE, Integer.toString(Limits.PART_MEBIBYTES));
            }
            return read;
        }
    }
}
