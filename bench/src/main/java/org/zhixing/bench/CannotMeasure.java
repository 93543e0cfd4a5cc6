package org.zhixing.bench;

/** A sentence for whoever started the benchmark: what is missing or went wrong. */
final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotMeasure(String sentence) {
        super(sentence);
    }

    CannotMeasure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
