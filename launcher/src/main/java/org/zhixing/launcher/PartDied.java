package org.zhixing.launcher;

/** A server ended by itself, or never became ready. */
final class PartDied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Part part;

    PartDied(Part part, String sentence) {
        super(sentence);
        this.part = part;
    }

    Part part() {
        return part;
    }
}
