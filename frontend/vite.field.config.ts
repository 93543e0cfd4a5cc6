import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const api = process.env.ZHIXING_BASE_URL ?? 'http://localhost:8080'

// The field app is a build of its own: it shares no chunk with the office, so neither grows by the other, and all of it
// lies under /field/, which is as far as its service worker reaches.
export default defineConfig({
  root: fileURLToPath(new URL('./field', import.meta.url)),
  base: '/field/',
  define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  plugins: [
    vue(),
    VitePWA({
      strategies: 'generateSW',
      // The page registers it itself, and the manifest is a file of its own.
      injectRegister: false,
      manifest: false,
      // A new version waits until the app is closed: nobody's record is reloaded away under the pen.
      registerType: 'prompt',
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        navigateFallback: 'index.html',
        clientsClaim: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': api, '/login': api, '/logout': api } },
  build: { target: 'es2022', outDir: '../dist/field', emptyOutDir: true },
})
