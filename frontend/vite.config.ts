import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const api = process.env.ZHIXING_BASE_URL ?? 'http://localhost:8080'

// What the PDF viewer fetches when a file asks for it: the code maps of Chinese fonts, fonts, and decoders of scans.
const pdfParts = {
  name: 'pdf-parts',
  apply: 'build' as const,
  writeBundle({ dir }: { dir?: string }) {
    for (const part of ['cmaps', 'standard_fonts', 'wasm'])
      cpSync(new URL(`./node_modules/pdfjs-dist/${part}`, import.meta.url), `${dir}/pdfjs/${part}`, { recursive: true })
  },
}

export default defineConfig({
  plugins: [vue(), components({ dirs: [], dts: false, resolvers: [ElementPlusResolver()] }), pdfParts],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': api, '/login': api, '/logout': api } },
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'field/src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['./tests/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
    // A page and the modules for all files of a worker, made once: with one for each file the run takes eight times as long.
    isolate: false,
    testTimeout: 30_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
