package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads {@code config/floor.yaml} and lays the environment's {@code FLOOR_*} values over it. A list is replaced whole by one
 * in YAML, and its entries go by their place, from 0: {@code FLOOR_TRUNKS_0_CHANNELS}.
 */
public final class ConfigFile {
    private static final String PREFIX = "FLOOR_";

    private final YamlFile yaml = new YamlFile();

    /**
     * Reads file and overrides.
     *
     * @param environment all of the process's; names that are no path of the file are left alone
     * @throws ConfigProblem naming the line, or the variable
     */
    public FloorConfig read(Path file, Map<String, String> environment) throws ConfigProblem {
        FloorConfig plain = yaml.read(file, FloorConfig.class);
        JsonNode tree = yaml.tree(file);
        boolean overridden = false;
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (variable.getKey().startsWith(PREFIX)) {
                String path = variable.getKey().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                overridden |= override(tree, path, variable.getKey(), variable.getValue());
            }
        }
        return overridden ? yaml.read(file, tree, FloorConfig.class) : plain;
    }

    private boolean overrideEntry(ArrayNode list, String path, String variable, String value) throws ConfigProblem {
        int end = path.indexOf('_');
        String place = end < 0 ? path : path.substring(0, end);
        if (!place.matches("[0-9]{1,4}") || Integer.parseInt(place) >= list.size()) {
            return false;
        }
        int index = Integer.parseInt(place);
        if (end < 0) {
            list.set(index, list.textNode(value));
            return true;
        }
        return override(list.get(index), path.substring(end + 1), variable, value);
    }

    /** Keys hold underscores themselves, so each key that the path begins with is tried. */
    private boolean override(JsonNode node, String path, String variable, String value) throws ConfigProblem {
        if (node instanceof ArrayNode list) {
            return overrideEntry(list, path, variable, value);
        }
        if (!(node instanceof ObjectNode object)) {
            return false;
        }
        if (object.has(path) && object.get(path).isValueNode()) {
            object.put(path, value);
            return true;
        }
        if (object.get(path) instanceof ArrayNode) {
            object.set(path, yaml.parse(variable, value, ArrayNode.class));
            return true;
        }
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext();) {
            String key = keys.next();
            if (path.startsWith(key + "_")
                    && override(object.get(key), path.substring(key.length() + 1), variable, value)) {
                return true;
            }
        }
        return false;
    }
}
