package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which campaign each case is called in: the first whose lenders and products fit, as the configuration has them. */
public final class SqlCampaigns {
    private static final int AT_ONCE = 10_000;
    private static final String CAMPAIGN = """
            INSERT INTO campaigns (code, name) VALUES (:code, :name)
            ON DUPLICATE KEY UPDATE name = VALUES(name)""";
    private static final String TAKES = """
            INSERT INTO campaign_takes (position, campaign_id, lender, product)
            SELECT :position, id, :lender, :product FROM campaigns WHERE code = :code""";
    private static final String STORED = """
            SELECT t.position, k.code, t.lender, t.product
            FROM campaign_takes t JOIN campaigns k ON k.id = t.campaign_id ORDER BY t.position""";
    private static final String ASSIGN = """
            UPDATE cases c SET c.campaign_id = (SELECT t.campaign_id FROM campaign_takes t
                WHERE (t.lender IS NULL OR t.lender = c.lender) AND (t.product IS NULL OR t.product = c.product)
                ORDER BY t.position LIMIT 1)
            WHERE c.id BETWEEN :from AND :to""";

    private final Jdbi jdbi;

    /**
     * What a campaign takes.
     *
     * @param lenders empty: any
     * @param products empty: any
     */
    public record Takes(String campaign, String name, List<String> lenders, List<String> products) {
        public Takes {
            lenders = List.copyOf(lenders);
            products = List.copyOf(products);
        }

        boolean everything() {
            return lenders.isEmpty() && products.isEmpty();
        }
    }

    private record Row(int position, String code, @Nullable String lender, @Nullable String product) {}

    public SqlCampaigns(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * Takes over what the configuration says now; where it says something new, every case is asked about again. Blocks for
     * some seconds then where there are a million.
     *
     * @param takes exactly one of them everything
     */
    public void apply(List<Takes> takes) {
        List<Row> wanted = rows(takes);
        boolean changed = jdbi.inTransaction(handle -> {
            takes.forEach(each -> handle.createUpdate(CAMPAIGN)
                    .bind("code", each.campaign())
                    .bind("name", each.name().isEmpty() ? each.campaign() : each.name())
                    .execute());
            List<Row> stored = handle.createQuery(STORED)
                    .map((row, context) -> new Row(row.getInt("position"), row.getString("code"),
                            row.getString("lender"), row.getString("product")))
                    .list();
            if (stored.equals(wanted)) {
                return false;
            }
            handle.execute("DELETE FROM campaign_takes");
            wanted.forEach(row -> handle.createUpdate(TAKES)
                    .bind("position", row.position())
                    .bind("lender", row.lender())
                    .bind("product", row.product())
                    .bind("code", row.code())
                    .execute());
            return true;
        });
        if (changed) {
            assignAll();
        }
    }

    /** The one that takes everything comes last, whatever its priority: else it would leave nothing to the others. */
    private static List<Row> rows(List<Takes> takes) {
        List<Takes> ordered = new ArrayList<>(takes.stream().filter(each -> !each.everything()).toList());
        ordered.addAll(takes.stream().filter(Takes::everything).toList());
        List<Row> rows = new ArrayList<>();
        for (Takes each : ordered) {
            for (String lender : orAny(each.lenders())) {
                for (String product : orAny(each.products())) {
                    rows.add(new Row(rows.size(), each.campaign(), emptyIsAny(lender), emptyIsAny(product)));
                }
            }
        }
        return rows;
    }

    private static List<String> orAny(List<String> words) {
        return words.isEmpty() ? List.of("") : words;
    }

    private static @Nullable String emptyIsAny(String word) {
        return word.isEmpty() ? null : word;
    }

    private void assignAll() {
        long last = jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM cases")
                .mapTo(Long.class)
                .one());
        for (long first = 1; first <= last; first += AT_ONCE) {
            long from = first;
            GivingWay.inTransaction(jdbi, handle -> handle.createUpdate(ASSIGN)
                    .bind("from", from)
                    .bind("to", from + AT_ONCE - 1)
                    .execute());
        }
    }
}
