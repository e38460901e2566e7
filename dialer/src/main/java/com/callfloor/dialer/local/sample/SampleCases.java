package com.callfloor.dialer.local.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.local.sample.SampleCase.Contact;
import com.callfloor.dialer.local.sample.SampleCase.Debtor;
import com.callfloor.dialer.local.sample.SampleCase.Phone;

/** Invents cases; the same seed gives the same ones on every machine. */
final class SampleCases {
    /** The day on which the sample was overdue by what it says. */
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    private static final List<String> LENDERS = List.of("晨星消费金融", "海岳银行", "云帆小额贷款", "银杏汽车金融", "南方信用卡中心");
    private static final List<String> NOTES = List.of("客户要求下午联系", "上次承诺月底还款", "曾更换号码，请先核实身份", "称已部分还款，待核对入账",
            "电话常占线，建议晚间拨打", "对利息金额有疑问，需解释账单", "wants a statement by SMS");

    /** From a bucket's first day to its last; most of a portfolio is young. */
    private static final int[][] BUCKETS = {{1, 30}, {31, 60}, {61, 90}, {91, 120}, {121, 150}, {151, 180}, {181, 720}};
    private static final int[] BUCKET_WEIGHTS = {38, 20, 13, 9, 7, 5, 8};

    private final RandomGenerator random;
    private final Numbers numbers;

    SampleCases(long seed) {
        // Random and no other generator: its sequence is part of its specification.
        this.random = new Random(seed);
        this.numbers = new Numbers(random);
    }

    /** About one debtor in twenty has two cases; here and there two debtors share a number. */
    List<SampleCase> invent(int count) {
        List<SampleCase> cases = new ArrayList<>(count);
        while (cases.size() < count) {
            boolean another = !cases.isEmpty() && random.nextInt(20) == 0;
            boolean shared = !another && cases.size() > 1 && random.nextInt(100) == 0;
            SampleCase before = cases.isEmpty() ? null : cases.getLast();
            String ref = "CF26-%06d".formatted(cases.size() + 1);
            if (before != null && another) {
                cases.add(invent(ref, before.debtor(), before.phones(), before.contacts()));
            } else {
                Debtor debtor = debtor(cases.size() + 1);
                List<Phone> phones = phones(debtor.place());
                if (before != null && shared) {
                    phones.add(before.phones().getLast());
                }
                cases.add(invent(ref, debtor, phones, contacts()));
            }
        }
        return List.copyOf(cases);
    }

    private SampleCase invent(String ref, Debtor debtor, List<Phone> phones, List<Contact> contacts) {
        int product = weighted(55, 33, 12);
        String lender = switch (product) {
            case 0 -> Names.pick(List.of(LENDERS.get(0), LENDERS.get(2)), random);
            case 1 -> Names.pick(List.of(LENDERS.get(1), LENDERS.get(4)), random);
            default -> LENDERS.get(3);
        };
        BigDecimal principal = money(List.of(9.1, 9.4, 10.9).get(product), 0.7);
        int[] bucket = BUCKETS[weighted(BUCKET_WEIGHTS)];
        int days = bucket[0] + random.nextInt(bucket[1] - bucket[0] + 1);
        BigDecimal due = principal.multiply(BigDecimal.valueOf(100 + days / 15 + random.nextInt(5)))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        Optional<String> notes = random.nextInt(5) == 0 ? Optional.of(Names.pick(NOTES, random)) : Optional.empty();
        return new SampleCase(ref, debtor, lender, List.of("消费贷款", "信用卡", "汽车贷款").get(product), principal, due,
                AS_OF.minusDays(days), days, (days + 29) / 30, List.copyOf(phones), List.copyOf(contacts), notes);
    }

    private Debtor debtor(int number) {
        Place place = Place.pick(random);
        boolean cantonese = place.code().equals("CN-GD") && random.nextInt(5) == 0;
        return new Debtor("KH%07d".formatted(number), Names.person(random), place, place.postalCode(random),
                cantonese ? "yue-CN" : "zh-CN");
    }

    private List<Phone> phones(Place place) {
        List<Phone> phones = new ArrayList<>(List.of(new Phone(numbers.mobile(), "mobile")));
        if (random.nextInt(100) < 35) {
            phones.add(new Phone(numbers.mobile(), "mobile"));
        }
        if (random.nextInt(100) < 15) {
            phones.add(new Phone(numbers.landline(place), "home"));
        }
        if (random.nextInt(100) < 12) {
            phones.add(new Phone(numbers.landline(place), "work"));
        }
        return phones;
    }

    private List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        for (int count = weighted(45, 35, 15, 5); count > 0; count--) {
            contacts.add(new Contact(Names.person(random), Names.relation(random), numbers.mobile()));
        }
        return contacts;
    }

    /** Log-normal: many small amounts and a few large ones. */
    private BigDecimal money(double mean, double spread) {
        double amount = StrictMath.exp(mean + spread * random.nextGaussian());
        return BigDecimal.valueOf(Math.max(200, amount)).setScale(2, RoundingMode.HALF_UP);
    }

    private int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }
}
