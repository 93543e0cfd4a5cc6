package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * An update to be read behind a PDF of many pages, as the format lets every editor append one: its pages on a tree of a few
 * each. Whoever reads by ranges would fetch all pages of a flat list to find one; of this tree only the way to it. The
 * file itself stays as it is, and where its pages inherit from, too.
 */
final class PageTree {
    /** Fewer are found soon enough. */
    static final int FEWEST = 50;

    private static final int MOST = 200_000;
    private static final int DEEPEST = 50;
    private static final int FEW = 4;
    private static final int MANY = 64;
    private static final int TAIL = 2048;
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
    private static final Pattern TABLE = Pattern.compile("^\\s*(xref\\b|\\d+\\s+\\d+\\s+obj\\b).*", Pattern.DOTALL);
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private PageTree() {}

    /** Empty where the file has few pages, or is made in a way that an update cannot be put behind. */
    static Optional<byte[]> of(PDDocument pdf, Path file) throws IOException {
        COSBase pages = pdf.getDocumentCatalog().getCOSObject().getItem(COSName.PAGES);
        if (pdf.getNumberOfPages() < FEWEST || pdf.isEncrypted() || !(pages instanceof COSObject root)) {
            return Optional.empty();
        }
        List<COSObjectKey> leaves = new ArrayList<>();
        long size = file.toFile().length();
        Optional<Long> previous = lastTable(file, size);
        COSBase catalog = pdf.getDocument().getTrailer().getItem(COSName.ROOT);
        return previous.isPresent()
                        && catalog instanceof COSObject start
                        && root.getObject() instanceof COSDictionary top
                        && collect(top, leaves, 0)
                        && leaves.size() == pdf.getNumberOfPages()
                ? written(new Place(pdf, root.getKey(), top, start.getKey(), previous.get(), size), leaves)
                : Optional.empty();
    }

    /** Where the file's last table of objects begins, if it is where the file says. */
    private static Optional<Long> lastTable(Path file, long size) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Matcher start = START.matcher(read(in, Math.max(0, size - TAIL)));
            if (!read(in, 0).startsWith("%PDF-") || !start.find()) {
                return Optional.empty();
            }
            long at = Long.parseLong(start.group(1));
            return at < size && TABLE.matcher(read(in, at)).matches() ? Optional.of(at) : Optional.empty();
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    private static String read(RandomAccessFile in, long at) throws IOException {
        in.seek(at);
        byte[] some = new byte[(int) Math.min(TAIL, in.length() - at)];
        in.readFully(some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }

    /** The pages in their order; false where one is not an object of its own. */
    private static boolean collect(COSDictionary node, List<COSObjectKey> leaves, int depth) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null || depth > DEEPEST || leaves.size() > MOST) {
            return false;
        }
        for (int i = 0; i < kids.size(); i++) {
            if (!(kids.get(i) instanceof COSObject kid) || !(kid.getObject() instanceof COSDictionary what)) {
                return false;
            }
            if (what.containsKey(COSName.KIDS)) {
                if (!collect(what, leaves, depth + 1)) {
                    return false;
                }
            } else {
                leaves.add(kid.getKey());
            }
        }
        return true;
    }

    private record Place(
            PDDocument pdf, COSObjectKey root, COSDictionary top, COSObjectKey catalog, long previous, long size) {
        long firstFree() {
            return pdf.getDocument().getXrefTable().keySet().stream()
                            .mapToLong(COSObjectKey::getNumber)
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    private record Branch(String reference, int count) {}

    private static Optional<byte[]> written(Place place, List<COSObjectKey> leaves) {
        StringBuilder out = new StringBuilder("\n");
        List<Long> places = new ArrayList<>();
        long first = place.firstFree();
        List<Branch> branches =
                leaves.stream().map(key -> new Branch(reference(key), 1)).toList();
        for (int fan = FEW; branches.size() > MANY || fan == FEW; fan = MANY) {
            branches = above(place, branches, fan, first, places, out);
        }
        String inherited = inherited(place.top());
        if (inherited == null) {
            return Optional.empty();
        }
        long rootAt = place.size() + out.length();
        out.append(place.root().getNumber()).append(' ').append(place.root().getGeneration());
        out.append(" obj<</Type/Pages").append(inherited).append(kids(branches)).append(">>endobj\n");
        long table = place.size() + out.length();
        out.append("xref\n").append(place.root().getNumber()).append(" 1\n");
        entry(out, rootAt, place.root().getGeneration());
        out.append(first).append(' ').append(places.size()).append('\n');
        places.forEach(at -> entry(out, at, 0));
        out.append("trailer<</Size ").append(first + places.size());
        out.append("/Root ").append(reference(place.catalog())).append("/Prev ").append(place.previous());
        out.append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
        return Optional.of(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Nodes above these, so many below each. */
    private static List<Branch> above(
            Place place, List<Branch> below, int fan, long first, List<Long> places, StringBuilder out) {
        List<Branch> made = new ArrayList<>();
        for (int from = 0; from < below.size(); from += fan) {
            List<Branch> some = below.subList(from, Math.min(below.size(), from + fan));
            String reference = first + places.size() + " 0 R";
            places.add(place.size() + out.length());
            out.append(reference, 0, reference.length() - 1).append("obj<</Type/Pages");
            out.append(kids(some)).append(">>endobj\n");
            made.add(new Branch(reference, some.stream().mapToInt(Branch::count).sum()));
        }
        return made;
    }

    private static String kids(List<Branch> branches) {
        StringBuilder kids = new StringBuilder("/Count ");
        kids.append(branches.stream().mapToInt(Branch::count).sum()).append("/Kids[");
        branches.forEach(branch -> kids.append(branch.reference()).append(' '));
        return kids.append(']').toString();
    }

    private static void entry(StringBuilder out, long at, int generation) {
        out.append("%010d %05d n \n".formatted(at, generation));
    }

    private static String reference(COSObjectKey key) {
        return key.getNumber() + " " + key.getGeneration() + " R";
    }

    /** What pages may inherit from the root stays in it; null where it holds what cannot be written here. */
    private static @Nullable String inherited(COSDictionary top) {
        StringBuilder out = new StringBuilder();
        for (COSName name : INHERITED) {
            COSBase value = top.getItem(name);
            if (value != null) {
                out.append('/').append(name.getName()).append(' ');
                if (!write(value, out, 0)) {
                    return null;
                }
            }
        }
        return out.toString();
    }

    private static boolean write(COSBase value, StringBuilder out, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (value instanceof COSObject object && object.getKey() != null) {
            out.append(reference(object.getKey())).append(' ');
            return true;
        }
        if (value instanceof COSNumber number) {
            out.append(
                            number instanceof COSInteger whole
                                    ? String.valueOf(whole.longValue())
                                    : new BigDecimal(String.valueOf(number.floatValue())).toPlainString())
                    .append(' ');
            return true;
        }
        if (value instanceof COSName name && name.getName().matches("[A-Za-z0-9_.+-]+")) {
            out.append('/').append(name.getName()).append(' ');
            return true;
        }
        if (value instanceof COSArray array) {
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                if (!write(array.get(i), out, depth + 1)) {
                    return false;
                }
            }
            out.append(']');
            return true;
        }
        return value instanceof COSDictionary map && !(map instanceof COSStream) && dictionary(map, out, depth);
    }

    private static boolean dictionary(COSDictionary map, StringBuilder out, int depth) {
        out.append("<<");
        for (COSName key : map.keySet()) {
            COSBase value = map.getItem(key);
            if (value == null || !write(key, out, depth) || !write(value, out, depth + 1)) {
                return false;
            }
        }
        out.append(">>");
        return true;
    }
}
