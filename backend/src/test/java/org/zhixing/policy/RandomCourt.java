package org.zhixing.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.testing.Docket;

/** Cases of every sort and drafts of every sort, the same for the same dice. */
final class RandomCourt {
    private RandomCourt() {}

    static RegisterRow[] rows(Random dice, int cases) {
        List<RegisterRow> rows = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            LocalDate filedOn = LocalDate.of(2022, 1, 1).plusDays(dice.nextInt(304));
            String word = List.of("执", "执", "执", "执恢", "执保").get(dice.nextInt(5));
            CaseNumber number = new CaseNumber(2022, Docket.YINDU, word, 800_000 + i);
            rows.add(new RegisterRow(
                    number,
                    number.kind(),
                    filedOn,
                    "民间借贷纠纷",
                    dice.nextInt(8) == 0 ? null : BigDecimal.valueOf(dice.nextInt(3_000) * 10_000L, 2),
                    dice.nextInt(6) == 0 ? Matter.ACT : Matter.MONEY,
                    List.of(
                            new NamedParty(PartyRole.APPLICANT, PartyKind.NATURAL_PERSON, "王某"),
                            new NamedParty(
                                    PartyRole.RESPONDENT,
                                    dice.nextInt(4) == 0 ? PartyKind.ENTERPRISE : PartyKind.NATURAL_PERSON,
                                    "李某某")),
                    dice.nextInt(6) == 0,
                    dice.nextInt(6) == 0,
                    dice.nextInt(5) == 0,
                    dice.nextInt(10) == 0,
                    dice.nextInt(5) == 0 ? filedOn.minusYears(1 + dice.nextInt(6)) : null,
                    null,
                    null));
        }
        return rows.toArray(RegisterRow[]::new);
    }

    static ObjectNode nodeDraft(Random dice) {
        ObjectNode draft = DraftDesk.document("nodes");
        for (JsonNode each : draft.withArray("policies")) {
            ObjectNode line = (ObjectNode) each;
            String code = line.get("code").asText();
            if (dice.nextBoolean()) {
                line.put("period", 1 + dice.nextInt(code.equals("CLOSE_STATUTORY") ? 6 : 60));
            }
            if (!code.equals("CLOSE_STATUTORY") && dice.nextInt(3) == 0) {
                line.put("unit", dice.nextBoolean() ? "WORKDAY" : "DAY");
            }
            if (line.get("rollOver").asText().equals("NEXT") && dice.nextInt(4) == 0) {
                line.put("rollOver", "NONE");
            }
            if (!line.get("beforeEnd").asBoolean() && dice.nextInt(3) == 0) {
                ArrayNode reasons = line.withArray("suspendedBy").removeAll();
                for (SuspensionReason reason : SuspensionReason.values()) {
                    if (dice.nextBoolean()) {
                        reasons.add(reason.name());
                    }
                }
                line.put("daysAfterPause", dice.nextBoolean() ? 0 : dice.nextInt(20));
            }
            if (code.startsWith("CLOSE_") && dice.nextInt(3) == 0) {
                line.withArray("teams").removeAll().add("FAST").add("SPECIAL");
                line.put("unlessAuctionNeeded", dice.nextBoolean());
            }
        }
        return draft;
    }

    static ObjectNode triageDraft(Random dice) {
        ObjectNode draft = DraftDesk.document("triage");
        List<Integer> orders = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        Collections.shuffle(orders, dice);
        int i = 0;
        for (JsonNode each : draft.withArray("rules")) {
            ObjectNode rule = (ObjectNode) each;
            rule.put("order", orders.get(i++));
            rule.put("enabled", dice.nextInt(5) != 0);
            if (dice.nextInt(4) == 0) {
                rule.put("team", List.of("FAST", "ORDINARY", "SPECIAL").get(dice.nextInt(3)));
            }
            if (rule.at("/condition/fact").asText().equals("claimAmount")) {
                ((ObjectNode) rule.get("condition")).put("value", dice.nextInt(300_000) + ".50");
            }
        }
        return draft;
    }
}
