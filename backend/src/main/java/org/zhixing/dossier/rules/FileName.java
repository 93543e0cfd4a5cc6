package org.zhixing.dossier.rules;

/** A file's name as the court keeps it. */
public final class FileName {
    public static final int LONGEST = 200;

    private FileName() {}

    /**
     * Without a folder, as browsers of old send it, and without what steers a terminal or turns the writing's direction,
     * by which {@code fdp.exe} looks like {@code exe.pdf}; {@code otherwise} where nothing is left of it.
     */
    public static String plain(String sent, String otherwise) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
                .strip();
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            return otherwise;
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    /** Whether the name tries to leave its folder; that is nobody's accident. */
    public static boolean climbs(String sent) {
        String path = sent.replace('\\', '/');
        return path.equals("..") || path.startsWith("../") || path.endsWith("/..") || path.contains("/../");
    }

    private static String shortened(String name) {
        String ending = FileKind.ending(name);
        return ending.isEmpty() || ending.length() > 10
                ? name.substring(0, LONGEST)
                : name.substring(0, LONGEST - ending.length() - 1) + "." + ending;
    }
}
