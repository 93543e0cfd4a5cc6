import { defineConfig, mergeConfig } from 'vite'
import { mockApi } from './mocks/devServer'
import base from './vite.config'

// The screens without a server, for development only: nothing of the mock can reach a build.
export default mergeConfig(base, defineConfig({ plugins: [mockApi()] }))
