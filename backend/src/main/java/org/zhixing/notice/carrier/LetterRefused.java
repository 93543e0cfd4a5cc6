package org.zhixing.notice.carrier;

/** This one letter was not taken; others may be. */
public class LetterRefused extends RuntimeException {
    public LetterRefused(String message) {
        super(message);
    }
}
