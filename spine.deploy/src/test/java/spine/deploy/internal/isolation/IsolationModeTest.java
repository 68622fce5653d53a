package spine.deploy.internal.isolation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationModeTest {

    @Test
    void foreignCodeRunsInsideOnlyIfThatIsSaid() {
        assertFalse(mode("none").isolating());
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "proces", "None", "", "true"})
    void anyOtherWordKeepsItOut(String word) {
        assertTrue(mode(word).isolating());
    }

    private static IsolationMode mode(String word) {
        return new IsolationMode(new IsolationMode.Settings() {
            @Override
            public String index_isolation() {
                return word;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return IsolationMode.Settings.class;
            }
        });
    }
}
