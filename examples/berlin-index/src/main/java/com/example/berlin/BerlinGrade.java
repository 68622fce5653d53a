package com.example.berlin;

/** The steps of the Berlin score: 0 without oedema, 1 up to a quarter of the marrow, 2 up to half, 3 above. */
final class BerlinGrade {
    static final int HIGHEST = 3;

    private static final double ROUNDING = 1e-9;

    private BerlinGrade() {
    }

    /** @param share oedema over marrow, 0..1 */
    static int of(double share) {
        if (share <= 0) {
            return 0;
        }
        if (share <= 0.25 + ROUNDING) {
            return 1;
        }
        return share <= 0.5 + ROUNDING ? 2 : HIGHEST;
    }
}
