package spine.common.access;

import java.security.SecureRandom;

/** A password that nobody chose: four groups of five of the 32 letters and digits that are not mistaken for each other, 100 bits. */
public final class GeneratedPassword {
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private GeneratedPassword() {
    }

    public static char[] draw() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[GROUPS * (GROUP + 1) - 1];
        for (int i = 0; i < password.length; i++) {
            password[i] = i % (GROUP + 1) == GROUP ? '-' : CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        }
        return password;
    }
}
