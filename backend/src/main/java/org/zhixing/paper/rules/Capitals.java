package org.zhixing.paper.rules;

import java.math.BigDecimal;

/** A sum in the capitals that cannot be altered by a stroke (正楷大写), as vouchers want it. */
public final class Capitals {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private Capitals() {}

    /** @param yuan CNY to the fen, not negative, below 10^16 */
    public static String of(BigDecimal yuan) {
        long fen = yuan.movePointRight(2).longValueExact();
        if (fen < 0 || fen >= 1_000_000_000_000_000_000L) {
            throw new IllegalArgumentException(yuan.toPlainString());
        }
        String whole = integer(fen / 100);
        int jiao = (int) (fen / 10 % 10);
        int last = (int) (fen % 10);
        if (jiao == 0 && last == 0) {
            return (whole.isEmpty() ? "零" : whole) + "元整";
        }
        String head = whole.isEmpty() ? "" : whole + "元";
        String tenth = jiao > 0 ? DIGITS.charAt(jiao) + "角" : head.isEmpty() ? "" : "零";
        return head + tenth + (last > 0 ? DIGITS.charAt(last) + "分" : "整");
    }

    private static String integer(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int part = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || part < 1000)) {
                text.append('零');
            }
            text.append(four(part)).append(GROUPS[group]);
            gap = false;
        }
        return text.toString();
    }

    private static String four(int part) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
            } else {
                text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                gap = false;
            }
        }
        return text.toString();
    }
}
