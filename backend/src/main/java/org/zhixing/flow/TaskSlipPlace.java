package org.zhixing.flow;

import java.util.Optional;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.slip.rules.TaskSlip;

/** A task slip, its case and the node that counts its days, all locked. */
record TaskSlipPlace(TaskSlip slip, EnforcementCase subject, Optional<Node> node, Nodes.Rulebook rulebook) {}
