package spine.config.internal;

import org.osgi.service.metatype.AttributeDefinition;

/** A setting as a bundle describes it, without the bundle; a value with a minus is out of its range. */
final class DescribedSetting {

    private DescribedSetting() {
    }

    static Setting of(String key, int type, int cardinality, String... defaults) {
        return new Setting(new AttributeDefinition() {
            @Override
            public String getName() {
                return key;
            }

            @Override
            public String getID() {
                return key;
            }

            @Override
            public String getDescription() {
                return key;
            }

            @Override
            public int getCardinality() {
                return cardinality;
            }

            @Override
            public int getType() {
                return type;
            }

            @Override
            public String[] getOptionValues() {
                return null;
            }

            @Override
            public String[] getOptionLabels() {
                return null;
            }

            @Override
            public String validate(String value) {
                return value.startsWith("-") ? "below 0" : "";
            }

            @Override
            public String[] getDefaultValue() {
                return defaults;
            }
        });
    }
}
