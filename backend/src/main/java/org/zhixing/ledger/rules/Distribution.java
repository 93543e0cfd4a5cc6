package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shares money among several creditors (参与分配, 民诉法解释 art. 508): rank by rank, within a rank pro rata to the fen.
 * Every share is rounded down; the fen that remain go one each to those who lost the largest part of a fen, of equals to
 * the larger claim, then to the one named first. The shares add up to what is shared, and nobody gets more than the claim.
 */
public final class Distribution {
    private Distribution() {}

    /** A creditor; a lower rank is paid in full before the next gets anything. */
    public record Creditor(String name, BigDecimal claim, int rank) {}

    /**
     * What a creditor gets.
     *
     * @param remainderFen whether one of the remaining fen is in it
     */
    public record Share(Creditor creditor, BigDecimal amount, boolean remainderFen) {}

    private record Quota(int place, BigInteger claim, BigInteger floor, BigInteger lost) {}

    /** In the order of the creditors; amounts are in CNY, to the fen. */
    public static List<Share> of(BigDecimal pool, List<Creditor> creditors) {
        SortedMap<Integer, List<Integer>> ranks = new TreeMap<>();
        for (int i = 0; i < creditors.size(); i++) {
            ranks.computeIfAbsent(creditors.get(i).rank(), rank -> new ArrayList<>())
                    .add(i);
        }
        Share[] shares = new Share[creditors.size()];
        BigInteger left = fen(pool);
        for (List<Integer> places : ranks.values()) {
            left = left.subtract(share(left, places, creditors, shares));
        }
        return List.of(shares);
    }

    /** Answers what the rank got. */
    private static BigInteger share(BigInteger pool, List<Integer> places, List<Creditor> creditors, Share[] shares) {
        BigInteger claims = places.stream()
                .map(place -> fen(creditors.get(place).claim()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger shared = pool.min(claims);
        List<Quota> quotas = new ArrayList<>();
        for (int place : places) {
            BigInteger claim = fen(creditors.get(place).claim());
            BigInteger[] exact = claims.signum() == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : shared.multiply(claim).divideAndRemainder(claims);
            quotas.add(new Quota(place, claim, exact[0], exact[1]));
        }
        BigInteger remaining =
                shared.subtract(quotas.stream().map(Quota::floor).reduce(BigInteger.ZERO, BigInteger::add));
        quotas.sort(Comparator.comparing(Quota::lost)
                .thenComparing(Quota::claim)
                .reversed()
                .thenComparing(Quota::place));
        int fen = remaining.intValueExact();
        for (int i = 0; i < quotas.size(); i++) {
            Quota quota = quotas.get(i);
            BigInteger amount = i < fen ? quota.floor().add(BigInteger.ONE) : quota.floor();
            shares[quota.place()] = new Share(creditors.get(quota.place()), new BigDecimal(amount, 2), i < fen);
        }
        return shared;
    }

    private static BigInteger fen(BigDecimal amount) {
        return amount.movePointRight(2).toBigIntegerExact();
    }
}
