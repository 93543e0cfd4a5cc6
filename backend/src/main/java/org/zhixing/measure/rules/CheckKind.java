package org.zhixing.measure.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a query asked for. The first four are the four checks (四查, 一(一)4). */
public enum CheckKind {
    DEPOSIT(AssetKind.DEPOSIT, Set.of("存款", "银行存款")),
    REAL_ESTATE(AssetKind.REAL_ESTATE, Set.of("不动产", "房产")),
    VEHICLE(AssetKind.VEHICLE, Set.of("车辆")),
    /** What it finds are shares in a company. */
    BUSINESS(AssetKind.SECURITIES, Set.of("工商登记", "工商", "股权")),
    SECURITIES(AssetKind.SECURITIES, Set.of("证券")),
    PROVIDENT_FUND(AssetKind.PROVIDENT_FUND, Set.of("公积金", "住房公积金")),
    OTHER(AssetKind.OTHER, Set.of("其他"));

    private final AssetKind found;
    private final Set<String> labels;

    CheckKind(AssetKind found, Set<String> labels) {
        this.found = found;
        this.labels = labels;
    }

    /** The sort of property that it finds. */
    public AssetKind found() {
        return found;
    }

    /** Whether it is one of the four. */
    public boolean ofTheFour() {
        return this == DEPOSIT || this == REAL_ESTATE || this == VEHICLE || this == BUSINESS;
    }

    /** As sheets write it. */
    public static Optional<CheckKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.labels.contains(label))
                .findFirst();
    }
}
