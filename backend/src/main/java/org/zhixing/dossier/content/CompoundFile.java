package org.zhixing.dossier.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The container of old Word and Excel files ([MS-CFB]): its directory, and the beginning of a stream. Read from the file
 * where it lies: the heap holds the directory, of a bearable length, and the sector numbers of one chain.
 */
final class CompoundFile implements Closeable {
    static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** Entries of the directory; a document with thousands of embedded objects has fewer. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int ENTRY = 128;
    private static final int MINI_SECTOR = 64;
    /** Bytes below which a stream lies in the stream of small ones. */
    private static final int SMALL = 4096;

    private static final int END_OF_CHAIN = -2;
    private static final int NONE = -1;
    private static final int HEADER_FATS = 109;

    private final RandomAccessFile in;
    private final long length;
    private final int sector;
    private final int sectors;
    private final int[] fats;
    private final int firstMiniFat;
    private final List<Entry> entries;
    /** A sector is in one chain only, so that all chains together are no longer than the file. */
    private long steps;

    /** An entry of the directory. */
    record Entry(String name, Type type, int left, int right, int child, int first, long size) {
        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    enum Type {
        FREE,
        STORAGE,
        STREAM,
        ROOT
    }

    /** It is not built as it says. */
    static final class Broken extends IOException {
        Broken(String what) {
            super(what);
        }
    }

    /** Its directory is longer than any honest document's. */
    static final class TooMany extends IOException {
        TooMany() {
            super("entries");
        }
    }

    private CompoundFile(RandomAccessFile in) throws IOException {
        this.in = in;
        this.length = in.length();
        ByteBuffer header = bytes(0, 512);
        int shift = header.getShort(30);
        if (!startsWithSignature(header.array())
                || (shift != 9 && shift != 12)
                || header.getShort(32) != 6
                || header.getInt(56) != SMALL) {
            throw new Broken("header");
        }
        this.sector = 1 << shift;
        this.sectors = (int) Math.max(0, (length - 1) / sector);
        this.firstMiniFat = header.getInt(60);
        this.fats = fats(header);
        this.entries = directory(header.getInt(48));
    }

    static CompoundFile open(Path file) throws IOException {
        RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
        try {
            return new CompoundFile(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    static boolean startsWithSignature(byte[] head) {
        return head.length >= SIGNATURE.length && Arrays.equals(Arrays.copyOf(head, SIGNATURE.length), SIGNATURE);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** All that the directory names, whether it can be reached or not. */
    List<Entry> entries() {
        return entries;
    }

    /** What lies at the top. */
    List<Entry> top() throws IOException {
        List<Entry> found = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(root().child()));
        while (!next.isEmpty()) {
            int at = next.pop();
            if (at == NONE) {
                continue;
            }
            if (at < 0 || at >= entries.size() || found.size() > entries.size()) {
                throw new Broken("directory");
            }
            Entry entry = entries.get(at);
            found.add(entry);
            next.push(entry.left());
            next.push(entry.right());
        }
        return found;
    }

    /** Follows every stream that has sectors of its own to its end: none is cut off or runs in a circle. */
    void checkStreams() throws IOException {
        steps = 0;
        int[] mini = chain(root().first());
        long minis = (long) mini.length * sector / MINI_SECTOR;
        for (Entry entry : entries) {
            if (entry.type() != Type.STREAM || entry.size() == 0) {
                continue;
            }
            if (entry.size() < SMALL) {
                if (entry.first() < 0 || entry.first() >= minis || entry.size() > minis * MINI_SECTOR) {
                    throw new Broken("mini stream");
                }
                continue;
            }
            int[] chain = chain(entry.first());
            long before = (long) (chain.length - 1) * sector;
            if (chain.length == 0
                    || entry.size() > before + sector
                    || position(chain[chain.length - 1]) + Math.min(sector, entry.size() - before) > length) {
                throw new Broken("stream");
            }
        }
    }

    /** The first bytes of a stream, so many at most. */
    byte[] head(Entry entry, int most) throws IOException {
        steps = 0;
        int wanted = (int) Math.min(most, entry.size());
        boolean small = entry.size() < SMALL;
        int[] outer = chain(small ? root().first() : entry.first());
        int unit = small ? MINI_SECTOR : sector;
        int[] inner = small ? miniChain(entry.first(), (wanted + unit - 1) / unit) : outer;
        byte[] head = new byte[wanted];
        for (int done = 0, i = 0; done < wanted; i++) {
            if (i >= inner.length) {
                throw new Broken("stream");
            }
            long at = small ? inMini(outer, inner[i]) : position(inner[i]);
            int n = Math.min(unit, wanted - done);
            bytes(at, n).get(head, done, n);
            done += n;
        }
        return head;
    }

    private long inMini(int[] outer, int mini) throws IOException {
        long at = (long) mini * MINI_SECTOR;
        int i = (int) (at / sector);
        if (i >= outer.length) {
            throw new Broken("mini stream");
        }
        return position(outer[i]) + at % sector;
    }

    private int[] miniChain(int first, int units) throws IOException {
        int[] table = chain(firstMiniFat);
        int[] found = new int[units];
        int perSector = sector / 4;
        int at = first;
        for (int i = 0; i < units; i++) {
            if (at < 0 || at / perSector >= table.length) {
                throw new Broken("mini chain");
            }
            found[i] = at;
            at = bytes(position(table[at / perSector]) + 4L * (at % perSector), 4)
                    .getInt();
        }
        return found;
    }

    private Entry root() throws IOException {
        Entry root = entries.isEmpty() ? null : entries.get(0);
        if (root == null || root.type() != Type.ROOT) {
            throw new Broken("root");
        }
        return root;
    }

    /** Which sectors hold the table of chains: the first are in the header, the others in a chain of their own. */
    private int[] fats(ByteBuffer header) throws IOException {
        int count = header.getInt(44);
        if (count < 1 || count > sectors) {
            throw new Broken("fat");
        }
        int[] all = new int[count];
        int n = 0;
        for (; n < Math.min(count, HEADER_FATS); n++) {
            all[n] = header.getInt(76 + 4 * n);
        }
        int each = sector / 4 - 1;
        for (int more = header.getInt(68); n < count; ) {
            ByteBuffer table = bytes(position(more), sector);
            for (int i = 0; i < each && n < count; i++) {
                all[n++] = table.getInt(4 * i);
            }
            more = table.getInt(4 * each);
        }
        return all;
    }

    private List<Entry> directory(int first) throws IOException {
        int[] chain = chain(first);
        if ((long) chain.length * sector / ENTRY > MOST_ENTRIES) {
            throw new TooMany();
        }
        List<Entry> all = new ArrayList<>();
        for (int at : chain) {
            ByteBuffer some = bytes(position(at), sector);
            for (int i = 0; i < sector; i += ENTRY) {
                all.add(entry(some, i, sector));
            }
        }
        return all;
    }

    private static Entry entry(ByteBuffer from, int at, int sector) throws Broken {
        Type type =
                switch (from.get(at + 66)) {
                    case 1 -> Type.STORAGE;
                    case 2 -> Type.STREAM;
                    case 5 -> Type.ROOT;
                    default -> Type.FREE;
                };
        int letters = Math.max(0, Math.min(from.getShort(at + 64) - 2, 62));
        String name = new String(from.array(), at, letters, StandardCharsets.UTF_16LE);
        // Of the size, four bytes count where sectors are small: some programs leave rubbish in the others.
        long size = sector == 512 ? Integer.toUnsignedLong(from.getInt(at + 120)) : from.getLong(at + 120);
        if (size < 0) {
            throw new Broken("size");
        }
        return new Entry(
                name,
                type,
                from.getInt(at + 68),
                from.getInt(at + 72),
                from.getInt(at + 76),
                from.getInt(at + 116),
                size);
    }

    private int[] chain(int first) throws IOException {
        int[] found = new int[16];
        int n = 0;
        for (int at = first; at != END_OF_CHAIN; at = next(at)) {
            if (++steps > sectors) {
                throw new Broken("circle");
            }
            if (n == found.length) {
                found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = at;
        }
        return Arrays.copyOf(found, n);
    }

    private int next(int at) throws IOException {
        int perSector = sector / 4;
        if (at < 0 || at >= sectors || at / perSector >= fats.length) {
            throw new Broken("chain");
        }
        return bytes(position(fats[at / perSector]) + 4L * (at % perSector), 4).getInt();
    }

    private long position(int at) throws IOException {
        if (at < 0 || at >= sectors) {
            throw new Broken("sector");
        }
        return (at + 1L) * sector;
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
