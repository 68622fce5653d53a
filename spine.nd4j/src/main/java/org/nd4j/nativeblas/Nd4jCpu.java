package org.nd4j.nativeblas;

/**
 * DL4J 1.0.0-M2.1 asks a class of this name, by reflection, whether oneDNN is in use; ND4J has since moved the class.
 * Without an answer under the old name every accelerated layer is dropped and a convolution takes some 30 times longer.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {
    }

    /** The one question DL4J asks; the name of the method is DL4J's. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {
        }

        public static Environment getInstance() {
            return INSTANCE;
        }

        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
        }
    }
}
