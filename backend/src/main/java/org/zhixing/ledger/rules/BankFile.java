package org.zhixing.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/** The rows of the file that the bank is given: one a payment, under a header. */
public final class BankFile {
    static final List<String> HEADER = List.of("序号", "付款编号", "收款人户名", "收款人账号", "收款人开户行", "金额", "币种", "附言");

    private BankFile() {}

    /** A payment with what the bank is to write into its statement. */
    public record Item(Payment payment, String caseNumber) {}

    public static List<List<String>> rows(List<Item> items) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (Item item : items) {
            Payment payment = item.payment();
            Payee payee = payment.payee();
            if (payee.kind().byBank()) {
                rows.add(List.of(
                        Integer.toString(rows.size()),
                        payment.number(),
                        payee.name(),
                        text(payee.accountNumber()),
                        text(payee.bankName()),
                        payment.amount().setScale(2).toPlainString(),
                        "CNY",
                        payment.number() + " " + item.caseNumber() + "案款"));
            }
        }
        return rows;
    }

    private static String text(@org.jspecify.annotations.Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
