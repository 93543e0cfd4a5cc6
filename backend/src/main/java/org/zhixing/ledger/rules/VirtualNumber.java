package org.zhixing.ledger.rules;

/**
 * A case account's virtual number: 16 digits, of which the first is 8 (so that no bank card begins like it), four name
 * the court, ten count the accounts, and the last is the Luhn check digit that catches a mistyped digit.
 */
public final class VirtualNumber {
    private VirtualNumber() {}

    /** The number of the court's account with that serial, e.g. court {@code 豫0505}, serial 1. */
    public static String of(String courtCode, long serial) {
        String digits = courtCode.replaceAll("\\D", "");
        String court = ("0000" + digits).substring(digits.length());
        String body = "8" + court + "%010d".formatted(serial);
        return body + luhn(body);
    }

    /** Whether the check digit fits. */
    public static boolean valid(String number) {
        return number.matches("8\\d{15}") && luhn(number.substring(0, 15)) == number.charAt(15) - '0';
    }

    private static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
