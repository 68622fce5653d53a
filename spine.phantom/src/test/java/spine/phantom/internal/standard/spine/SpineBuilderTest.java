package spine.phantom.internal.standard.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

class SpineBuilderTest {

    private static Spine spine(long seed) {
        SeededRandom random = new SeededRandom(seed);
        return SpineBuilder.build(Demographics.draw(random.child("build")), random.child("spine"));
    }

    @Test
    void namesMatchThePlatforms() {
        for (DiscLevel level : DiscLevel.ALL) {
            assertEquals(level.label(), Levels.unit(level.index()));
            assertEquals(level.upper().name(), Levels.vertebra(level.index()));
        }
    }

    @Test
    void everySpineIsStackedFromHeadToFootWithDiscsBetween() {
        for (long seed = 0; seed < 200; seed++) {
            Spine spine = spine(seed);
            for (int i = 0; i < Levels.S1; i++) {
                Vertebra upper = spine.vertebra(i);
                Vertebra lower = spine.vertebra(i + 1);
                Vec3 gap = upper.endplate(false).minus(lower.endplate(true));
                assertTrue(upper.frame().centre().z() > lower.frame().centre().z(), "seed " + seed + " order at " + Levels.unit(i));
                assertTrue(gap.dot(upper.frame().cranial()) > 1, "seed " + seed + " no disc at " + Levels.unit(i));
            }
            double length = spine.vertebra(1).endplate(true).distance(spine.vertebra(Levels.S1).endplate(true));
            assertTrue(length > 300 && length < 650, "seed " + seed + " is " + length + " mm long");
        }
    }

    @Test
    void centresLieInTheirBodiesAndDiscsBetweenThem() {
        BodyCoordinates point = new BodyCoordinates();
        Spine spine = spine(5);
        for (int i = 0; i <= Levels.S1; i++) {
            Vec3 centre = spine.vertebra(i).frame().centre();
            spine.vertebra(i).locate(centre.x(), centre.y(), centre.z(), 0, point);
            assertTrue(point.inside, Levels.vertebra(i));
            assertTrue(Math.abs(point.fromUpper - point.fromLower) < 4, Levels.vertebra(i));
            Vec3 disc = spine.discCentre(i);
            spine.vertebra(i).locate(disc.x(), disc.y(), disc.z(), 0, point);
            assertTrue(!point.inside && point.beyondEndplate, "below " + Levels.vertebra(i));
        }
    }
}
