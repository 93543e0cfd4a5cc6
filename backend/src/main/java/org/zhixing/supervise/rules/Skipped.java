package org.zhixing.supervise.rules;

import java.util.UUID;
import org.zhixing.clock.rules.NodeCode;

/** A node among those asked for on which no slip was issued. */
public record Skipped(UUID nodeId, String caseNumber, NodeCode code, Why why) {

    /** Why none was issued. */
    public enum Why {
        /** The node is done or cancelled: there is nothing to urge. */
        ENDED,
        /** There is a slip on it that is not settled yet. */
        OPEN_SLIP
    }
}
