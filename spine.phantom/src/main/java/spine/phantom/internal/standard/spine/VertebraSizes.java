package spine.phantom.internal.standard.spine;

/** Mean sizes of the vertebrae C2 to S5 and of the discs below them, by index (C2 is 0). Millimetres. */
final class VertebraSizes {

    /** Posterior height of the bodies (C2 below the dens). */
    static final double[] HEIGHT = {16, 11.6, 11.4, 11.4, 10.9, 12.8, 14.1, 15.6, 15.7, 16.2, 16.2, 17.4, 18.2, 18.7, 19.3,
        20.2, 21.3, 22.7, 23.8, 24.3, 23.8, 24.1, 22.9, 28, 22, 18, 15, 13};
    /** Anterior over posterior height. */
    static final double[] WEDGE = {1, 0.97, 0.96, 0.95, 0.97, 0.98, 0.96, 0.96, 0.96, 0.95, 0.95, 0.94, 0.94, 0.94, 0.95, 0.95,
        0.94, 0.93, 0.93, 0.96, 0.99, 1.02, 1.12, 1.1, 1, 1, 1, 1};
    static final double[] DEPTH_UPPER = {13.5, 15, 15.3, 15.2, 16.4, 18.1, 18.5, 19.6, 22.7, 23.3, 24.3, 26, 27.4, 27.9, 29.3,
        30.5, 31.9, 32.8, 34.1, 34.6, 35.2, 35.5, 34.7, 34, 23, 18, 14, 11};
    static final double[] DEPTH_LOWER = {15.6, 15.6, 15.9, 17.9, 18.5, 16.8, 19.7, 21.6, 23.3, 24.5, 25.8, 26.9, 28.5, 29.4, 31,
        31.6, 31.8, 33.4, 35.3, 34.9, 34.8, 33.9, 33.2, 24, 18.5, 14.5, 11.5, 9};
    static final double[] WIDTH_UPPER = {16, 15.8, 17.2, 17.5, 18.5, 21.8, 24.5, 24.9, 24.6, 24.5, 24.9, 26.2, 27.8, 29.5, 30.6,
        31.9, 34.9, 39, 41.2, 42.6, 44.1, 46.6, 47.3, 50, 42, 36, 30, 24};
    static final double[] WIDTH_LOWER = {17.5, 17.2, 17, 19.4, 22, 23.4, 27.8, 27.4, 25.9, 26, 27, 28.2, 29.1, 30.5, 33, 35.4,
        39.1, 42.1, 43.3, 45.5, 48, 49.5, 49.4, 43, 37, 31, 25, 19};
    /** Height of the disc below, in its middle. */
    static final double[] DISC = {5, 5.2, 5.3, 5.3, 5.6, 5.4, 4.6, 4.2, 4.1, 4.1, 4.3, 4.6, 4.9, 5.1, 5.4, 5.9, 6.4, 7, 8, 9, 10,
        10.8, 10, 2.6, 1.4, 1.2, 1};
    /** Sagittal and transverse diameter of the dural sac behind each body. */
    static final double[] SAC_DEPTH = {15, 13, 12.5, 12.5, 12.5, 13, 13, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 13, 13, 13.5,
        14.5, 15, 15, 14.5, 14, 12, 9, 5, 1, 0.5, 0.5};
    static final double[] SAC_WIDTH = {22, 20, 20, 21, 21, 20, 18, 16, 15.5, 15.5, 15.5, 15.5, 15.5, 15.5, 16, 16, 17, 19, 19, 19,
        19, 19, 18, 14, 8, 2, 1, 1};

    private VertebraSizes() {
    }
}
