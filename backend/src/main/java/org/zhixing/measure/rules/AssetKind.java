package org.zhixing.measure.rules;

import org.zhixing.clock.rules.SeizureTerm.Property;

/** What was found; each is held for as long as a measure on its sort of property may last. */
public enum AssetKind {
    DEPOSIT(Property.DEPOSIT),
    VEHICLE(Property.MOVABLE),
    REAL_ESTATE(Property.REAL_ESTATE_OR_OTHER_RIGHT),
    SECURITIES(Property.REAL_ESTATE_OR_OTHER_RIGHT),
    /** A claim on the fund's centre and no deposit of the respondent's own. */
    PROVIDENT_FUND(Property.REAL_ESTATE_OR_OTHER_RIGHT),
    /** Of a thing nobody has named the sort of, the term of a movable: to renew too early harms nobody. */
    OTHER(Property.MOVABLE);

    private final Property property;

    AssetKind(Property property) {
        this.property = property;
    }

    public Property property() {
        return property;
    }
}
