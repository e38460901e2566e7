import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// The dialer that `npm run dev` talks to; the built console talks to whoever served it.
const dialer = process.env['FLOOR_DIALER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
  },
  build: {
    outDir: '../../../target/classes/webroot',
    emptyOutDir: true,
    // Inlined data: URLs would be the only reason to widen the content security policy.
    assetsInlineLimit: 0,
    // The polyfill is an inline script, which the content security policy forbids.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|vue-i18n|@intlify)\// },
            // Only some pages draw charts or scripts: nobody else waits for the libraries.
            { name: 'charts', test: /node_modules\/(echarts|zrender)\// },
            { name: 'markdown', test: /node_modules\/marked\// },
            { name: 'element', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: dialer, ws: true } } },
  test: { include: ['src/**/*.test.ts'] },
})
